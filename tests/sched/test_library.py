"""Packages sync, sync/atomic, runtime, runtime/debug and the timers of time: programs beside the output of real Go."""

from __future__ import annotations

from pathlib import Path

import pytest

from minigo.record import replace
from tests.corpus import expected, options_of, run

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.go"))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.stem)
def test_program(program: Path) -> None:
    wanted = expected(program, ".out")
    assert wanted is not None
    digests = set()
    for engine in ("compiled", "walk"):
        outcome = run(program, replace(options_of(program), engine=engine))
        assert outcome.stdout.split("\n") == wanted.split("\n"), engine
        assert (outcome.stderr, outcome.code) == ("", 0), engine
        digests.add(outcome.digest)
    assert len(digests) == 1, "the engines took different schedules"
