"""The expectations beside the programs are what the real Go toolchain prints, and minigo prints the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.oracle_expect import (
    FOLDERS,
    HANGS,
    MINIGOS_OWN,
    NOT_RECORDED,
    UNSTEADY,
    complaints_of,
    name_of,
    sources,
)

SOURCES = sources(FOLDERS)
RUNS = 3
"""Further runs, on 1, 2 and 4 Ps, that must agree with the first."""


@pytest.mark.oracle
@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_expectations_are_real(source: Path) -> None:
    reason = MINIGOS_OWN.get(name_of(source))
    if reason is not None:
        pytest.skip(f"not compared with real Go: {reason}")
    complaints = complaints_of(source, RUNS)
    assert not complaints, "\n".join(complaints)


def test_what_is_excepted_exists() -> None:
    names = {name_of(source) for source in SOURCES}
    assert {*MINIGOS_OWN, *HANGS, *NOT_RECORDED, *UNSTEADY} <= names
