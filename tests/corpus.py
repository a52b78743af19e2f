"""The corpus: Go programs with what they must print beside them, and how to run one in this process.

Beside `x.go` may stand x.out (stdout), x.err (stderr, with $DIR for the program's folder), x.code (exit code), x.in
(stdin) and x.args (flags of `minigo run`, without which the output is not determined). A missing file says that the
output is empty or legitimately depends on the schedule.
"""

from __future__ import annotations

import io
import shlex
from dataclasses import dataclass
from pathlib import Path

from minigo.record import replace
from minigo.session import Options, Session
from minigo.source import DiagnosticError

PROGRAMS = Path(__file__).resolve().parent.parent / "programs"


@dataclass(slots=True)
class Outcome:
    """What one run left: `digest` is the sha256 of its event stream ("" when it did not compile)."""

    stdout: str
    stderr: str
    code: int
    digest: str


def programs() -> list[Path]:
    """All but those in programs/bugs, which have expectations of another kind (tests/analysis/test_bugs.py)."""
    return sorted(p for p in PROGRAMS.glob("*/*.go") if p.parent.name != "bugs")


def name_of(program: Path) -> str:
    return program.relative_to(PROGRAMS).as_posix()


def expected(program: Path, suffix: str) -> str | None:
    path = program.with_suffix(suffix)
    return path.read_text(encoding="utf-8", errors="surrogateescape") if path.exists() else None


def options_of(program: Path) -> Options:
    """The flags that x.args asks for."""
    options = Options()
    for word in shlex.split(expected(program, ".args") or ""):
        name, _, value = word.removeprefix("--").partition("=")
        if name == "gomaxprocs":
            options = replace(options, gomaxprocs=int(value))
        elif name == "no-preempt":
            options = replace(options, preempt="none")
        elif name == "seed":
            options = replace(options, seed=int(value))
        else:
            raise ValueError(f"{program}: unknown flag {word}")
    return options


def run(program: Path, options: Options) -> Outcome:
    """Run `program` in this process, with every event recorded."""
    stdout, stderr = io.BytesIO(), io.BytesIO()
    stdin = io.BytesIO((expected(program, ".in") or "").encode())
    session = Session(options)
    try:
        loaded = session.load(str(program))
    except DiagnosticError as error:
        lines = "".join(line + "\n" for line in session.format_diagnostics(error))
        folder = Path(session.display_name(program)).parent.as_posix()
        return Outcome("", lines.replace(folder + "/", "./") if folder != "." else lines, 1, "")
    result = session.run(loaded, stdin, stdout, stderr, record=True)
    assert result.recorder is not None
    return Outcome(
        stdout.getvalue().decode("utf-8", "surrogateescape"),
        stderr.getvalue().decode("utf-8", "surrogateescape").replace(str(program.parent), "$DIR"),
        result.exit_code,
        result.recorder.digest(),
    )
