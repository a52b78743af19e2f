"""On one processor goroutines run in the order of real Go: programs that show the order, and what real Go printed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from minigo.session import Options, Session

GOLDEN = Path(__file__).parent / "golden"
PROGRAMS = sorted(GOLDEN.glob("*.go"))


def run(program: Path, engine: str) -> tuple[str, int, str]:
    """stderr, exit code and digest of the event stream."""
    session = Session(Options(gomaxprocs=1, engine=engine))
    stderr = io.BytesIO()
    result = session.run(session.load(str(program)), io.BytesIO(), io.BytesIO(), stderr, record=True)
    assert result.recorder is not None
    return stderr.getvalue().decode(), result.exit_code, result.recorder.digest()


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_golden(program: Path) -> None:
    compiled = run(program, "compiled")
    assert compiled[:2] == (program.with_suffix(".err").read_text(), 0)
    assert run(program, "walk") == compiled, "the engines differ"


def test_there_are_enough() -> None:
    assert len(PROGRAMS) >= 100
