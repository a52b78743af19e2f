"""The Python interface: `minigo.run` runs a Go program and returns a Result.

>>> import minigo
>>> result = minigo.run('package main\\n\\nfunc main() { println("hi") }\\n', seed=7)
>>> result.exit_code, result.stderr
(0, 'hi\\n')
"""

from __future__ import annotations

import html
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minigo.analysis.findings import DEADLOCK, LEAK, RACE, Finding
from minigo.analysis.options import Analyses
from minigo.analysis.race.options import RaceOptions
from minigo.record import record
from minigo.runtime.panics import FatalError
from minigo.session import Loaded, Options, Session, SourceError, Stored
from minigo.source import DiagnosticError
from minigo.stdlib.sync_natives import machine_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from minigo.runtime.events import Detail
    from minigo.runtime.run import Run
    from minigo.runtime.sched.state import Stats

__all__ = ["Result", "SourceError", "run"]


@record(slots=True, frozen=True)
class Result:
    """How a run ended.

    stdout, stderr: what the program and the reports of minigo printed; bytes that are no UTF-8 became surrogates
    (`errors="surrogateescape"`). exit_code: as that of `minigo run`. errors: the compiler's lines; then nothing was
    run. races: the data races, if they were looked for. deadlock: all goroutines were asleep; explanation then says
    why. leaks: goroutines that could never go on when the program ended. findings: everything that went wrong, races
    and leaks included. virtual_ns: the time that passed in the simulated machine. steps: Ticks over all processors.
    stats: the scheduler's counters, None when nothing was run. events: the event stream if it was asked for."""

    stdout: str
    stderr: str
    exit_code: int
    seed: int
    errors: tuple[str, ...] = ()
    races: tuple[Finding, ...] = ()
    deadlock: bool = False
    explanation: str = ""
    leaks: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    virtual_ns: int = 0
    steps: int = 0
    stats: Stats | None = None
    events: tuple[tuple[Detail, ...], ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the program ended by itself with exit code 0."""
        return self.exit_code == 0

    @property
    def summary(self) -> str:
        """One line: how it ended, under which seed, how long it took."""
        if self.errors:
            return "does not compile"
        how = "ok" if self.ok else "deadlock" if self.deadlock else f"exit code {self.exit_code}"
        return f"{how}, seed {self.seed}, {self.virtual_ns / 1e6:.3f}ms of virtual time, {self.steps} steps"

    def __rich__(self) -> Any:
        """A panel with what the program printed."""
        from rich.console import Group
        from rich.panel import Panel
        from rich.text import Text

        parts = [Text(_plain(text), style=style) for text, style in ((self.stdout, ""), (self.stderr, "red")) if text]
        return Panel(Group(*parts), title=self.summary, border_style="green" if self.ok else "red")

    def _repr_html_(self) -> str:
        """For notebooks: stdout, stderr in red, and the summary."""
        parts = [
            f'<pre style="margin:0{color}">{html.escape(_plain(text))}</pre>'
            for text, color in ((self.stdout, ""), (self.stderr, ";color:#b00"))
            if text
        ]
        border = "#2a2" if self.ok else "#b00"
        footer = f'<div style="font-size:smaller;opacity:.7">minigo: {html.escape(self.summary)}</div>'
        return f'<div style="border-left:3px solid {border};padding-left:8px">{"".join(parts)}{footer}</div>'


def run(
    source: str | os.PathLike[str],
    *,
    seed: int = 0,
    gomaxprocs: int = 4,
    preempt: str = "async",
    engine: str = "compiled",
    race: bool = False,
    args: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
    stdin: str | bytes = b"",
    allow_read: Sequence[str | os.PathLike[str]] = (),
    allow_write: Sequence[str | os.PathLike[str]] = (),
    timeout: float | None = None,
    max_steps: int | None = None,
    lang: str | None = None,
    allow_unused: bool = False,
    record: bool = False,
) -> Result:
    """Runs a Go program on the simulated scheduler.

    source: the program's text, if it is a str with a line break or one that begins with "package"; else the path of a
    file or a folder. seed: which of the possible schedules. gomaxprocs: simulated processors. preempt: async,
    cooperative or none. engine: compiled or walk. race: look for data races (then the exit code is
    66 if there are any and all else went well). args: os.Args without the program's name. env: the environment.
    allow_read, allow_write: files and folders that the program may read, or read and change. timeout: host seconds.
    max_steps: Ticks. lang: "go1.N". record: keep the event stream. A program that does not compile, panics or hangs
    makes a Result too.

    Raises SourceError when the path cannot be read, ValueError for a wrong option, InternalError for a bug of minigo.
    """
    options = Options(
        seed=seed,
        gomaxprocs=gomaxprocs,
        preempt=preempt,
        engine=engine,
        timeout=timeout,
        max_steps=max_steps,
        lang=lang,
        allow_unused=allow_unused,
        race=RaceOptions() if race else None,
        args=tuple(args),
        env=tuple((env or {}).items()),
        allow_read=tuple(str(Path(path)) for path in allow_read),
        allow_write=tuple(str(Path(path)) for path in allow_write),
        analyses=Analyses(collect=True),
    )
    session = Session(options)
    try:
        if isinstance(source, str) and _is_text(source):
            loaded: Loaded | Stored = session.load_text(source)
        else:
            loaded = session.load(str(Path(source)))
    except DiagnosticError as error:
        lines = tuple(session.format_diagnostics(error))
        return Result("", "".join(line + "\n" for line in lines), 1, seed, lines)
    runs: list[Run] = []
    data = stdin.encode("utf-8", "surrogateescape") if isinstance(stdin, str) else stdin
    out, err = io.BytesIO(), io.BytesIO()
    ended = session.run(loaded, io.BytesIO(data), out, err, record=record, observe=runs.append)
    outcome = machine_of(runs[0]).outcome
    deadlock = isinstance(outcome, FatalError) and outcome.text.endswith("deadlock!")
    findings = tuple(ended.findings)
    return Result(
        stdout=out.getvalue().decode("utf-8", "surrogateescape"),
        stderr=err.getvalue().decode("utf-8", "surrogateescape"),
        exit_code=ended.exit_code,
        seed=seed,
        races=tuple(f for f in findings if f.kind == RACE),
        deadlock=deadlock,
        explanation="".join(f.text for f in findings if f.kind == DEADLOCK),
        leaks=tuple(f for f in findings if f.kind == LEAK),
        findings=findings,
        virtual_ns=ended.virtual_ns,
        steps=ended.steps,
        stats=ended.stats,
        events=tuple(ended.recorder.events) if ended.recorder is not None else (),
    )


def _is_text(source: str) -> bool:
    return "\n" in source or source.lstrip().startswith(("package ", "//", "/*"))


def _plain(text: str) -> str:
    """The text without what neither UTF-8 nor a terminal can show."""
    shown = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char in "\n\t" or char >= " " else "\ufffd" for char in shown)
