"""Runs programs with analyses, in this process."""

from __future__ import annotations

import atexit
import io
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from minigo.analysis.findings import Finding
from minigo.analysis.options import Analyses
from minigo.bundle import fingerprint
from minigo.cache.store import Store
from minigo.load import STDIN, STDIN_NAME
from minigo.modules import CheckedProgram
from minigo.programs import Programs
from minigo.session import Options, Session

HEAD = 'package main\n\nimport (\n\t"sync"\n\t"time"\n)\n\nvar _ sync.Mutex\nvar _ time.Duration\n'


@dataclass(slots=True)
class Seen:
    """What a run showed. `own`: what minigo said, from its first line on."""

    stderr: str
    code: int
    findings: list[Finding] = field(default_factory=list)
    digest: str = ""

    @property
    def own(self) -> str:
        at = ("\n" + self.stderr).find("\nminigo: ")
        return self.stderr[at:] if at >= 0 else ""

    @property
    def names(self) -> list[tuple[str, str]]:
        return [(finding.kind, finding.name) for finding in self.findings]


@cache
def _trees() -> Programs:
    """Keeps the library's syntax trees for all runs of this process."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Programs(Store(f"{folder.name}/cache/minigo", f"{folder.name}/data/minigo"), fingerprint())


def checker() -> Session:
    """A session that parses no library package twice; it keeps no programs unless it loads them."""
    return Session(cache=_trees())


@cache
def checked(text: str) -> CheckedProgram:
    """A program, parsed and checked once for all of its runs."""
    return checker().check(STDIN, text=text.encode())


def run_text(text: str, analyses: Analyses | None, case: int | None = None, **options: Any) -> Seen:
    """Runs the text of a program; instead of main its function `case<N>`, if that is given."""
    session = Session(Options(analyses=analyses, **options))
    out, err = io.BytesIO(), io.BytesIO()
    program = session.prepare(checked(text), STDIN_NAME)
    if case is not None:
        program.program.main.complete()
        program.program.main = program.program.functions[f"main.case{case}"]
    result = session.run(program, io.BytesIO(), out, err, record=True)
    assert result.recorder is not None
    return Seen(err.getvalue().decode(), result.exit_code, result.findings, result.recorder.digest())


def main_of(body: str, before: str = "") -> str:
    """A program with packages sync and time whose main function has this body."""
    return f"{HEAD}{before}\nfunc main() {{\n{body}\n}}\n"


def cases_of(bodies: Iterable[str], before: str = "") -> str:
    """A program with a function case0, case1... for each body: checking one program is quicker than checking many."""
    functions = [f"func case{i}() {{\n{body}\n}}\n" for i, body in enumerate(bodies)]
    calls = "".join(f"\tcase{i}()\n" for i in range(len(functions)))
    return "\n".join((HEAD + before, *functions, f"func main() {{\n{calls}}}\n"))


def both(text: str, analyses: Analyses, **options: Any) -> Seen:
    """What both engines show, which must be the same, event streams included."""
    seen = run_text(text, analyses, engine="compiled", **options)
    assert run_text(text, analyses, engine="walk", **options) == seen
    return seen
