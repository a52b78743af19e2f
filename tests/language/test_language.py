"""The language, feature by feature: each program prints what real Go prints, and both engines agree on every event."""

from __future__ import annotations

from pathlib import Path

import pytest

from minigo.record import replace
from tests.corpus import expected, options_of, run
from tests.test_programs import check

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.go"))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_program(program: Path) -> None:
    assert any(expected(program, suffix) is not None for suffix in (".out", ".err"))
    outcome = run(program, replace(options_of(program), engine="compiled"))
    check(program, outcome, program.name)
    assert run(program, replace(options_of(program), engine="walk")) == outcome
