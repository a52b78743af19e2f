"""Running the contenders in turn, and what a run costs apart from its start-up.

The time of a run is the processor time (user and system) of the whole process minus that of the same program at its
least size: so starting the interpreter, imports, parsing, checking and compiling are not in it. All contenders take
turns, round after round, so that a slow moment of the machine hits all alike. Ratios are those within a round, and of
these the median.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.suite import LEAST, Benchmark, resized

MINIGO = (sys.executable, "-m", "minigo", "run", "--no-cache")
"""Without the cache every run starts up alike; with it the first one would not be like the others."""


class Mismatch(Exception):
    """Two contenders printed different things."""


@dataclass(slots=True, frozen=True)
class Contender:
    """`command` is followed by the program's file; a twin runs the twin's file, `build` makes an executable first."""

    name: str
    command: tuple[str, ...]
    twin: bool = False
    build: bool = False


TWIN = Contender("twin", (sys.executable,), twin=True)
COMPILED = Contender("compiled", MINIGO)
WALK = Contender("walk", (*MINIGO, "--engine=walk"))
GO = Contender("go", ("go", "build", "-o"), build=True)


def also(command: str) -> Contender | None:
    """A contender for another command that runs Go files; None when it is not on the PATH."""
    words = tuple(command.split())
    return Contender(words[0], words) if shutil.which(words[0]) else None


def go_toolchain() -> Contender | None:
    return GO if shutil.which("go") else None


@dataclass(slots=True, frozen=True)
class Job:
    """One contender at one size."""

    contender: Contender
    size: int


@dataclass(slots=True)
class Workshop:
    """The files of resized programs, in a folder that the caller throws away."""

    folder: Path
    commands: dict[tuple[str, Job], list[str]] = field(default_factory=dict)

    def command(self, benchmark: Benchmark, job: Job) -> list[str]:
        key = (benchmark.name, job)
        if key not in self.commands:
            self.commands[key] = self._prepare(benchmark, job)
        return self.commands[key]

    def _prepare(self, benchmark: Benchmark, job: Job) -> list[str]:
        source = benchmark.twin if job.contender.twin else benchmark.go
        folder = self.folder / str(job.size)
        folder.mkdir(exist_ok=True)
        file = folder / source.name
        file.write_text(resized(source, job.size))
        if job.contender.twin:
            shutil.copy(source.with_name("channels.py"), folder)
        if job.contender.build:
            binary = file.with_suffix("")
            subprocess.run([*job.contender.command, str(binary), str(file)], check=True)
            return [str(binary)]
        return [*job.contender.command, str(file)]


def run(command: list[str]) -> tuple[float, bytes]:
    """Processor time in seconds and what was printed. Raises CalledProcessError when the command fails."""
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    return usage.ru_utime + usage.ru_stime, output


@dataclass(slots=True)
class Figures:
    """What one contender took for one benchmark, in seconds; `ratio` is to whom it is compared with, at the same size:
    the twin, for the walker compiled code."""

    size: int
    run: float
    startup: float
    ratio: float


def measure(
    benchmark: Benchmark, contenders: list[Contender], rounds: int, workshop: Workshop, *, short: bool
) -> dict[str, Figures]:
    """The figures of each contender, by name. The walker always runs the short size.

    Raises Mismatch and CalledProcessError.
    """
    sizes = {c.name: benchmark.short if short or c is WALK else benchmark.size for c in contenders}
    jobs = [Job(c, size) for c in contenders for size in (LEAST, sizes[c.name])]
    if WALK in contenders and not short:
        jobs.append(Job(COMPILED, benchmark.short))
    times: dict[Job, list[float]] = {job: [] for job in jobs}
    printed: dict[int, bytes] = {}
    for _ in range(rounds):
        for job in jobs:
            seconds, output = run(workshop.command(benchmark, job))
            if printed.setdefault(job.size, output) != output:
                raise Mismatch(f"{benchmark.name}, size {job.size}: {job.contender.name} prints something else")
            times[job].append(seconds)

    def pure(contender: Contender, size: int) -> list[float]:
        whole, least = times[Job(contender, size)], times[Job(contender, LEAST)]
        return [a - b for a, b in zip(whole, least, strict=True)]

    figures = {}
    for c in contenders:
        size = sizes[c.name]
        runs, base = pure(c, size), pure(COMPILED if c is WALK else TWIN, size)
        figures[c.name] = Figures(
            size=size,
            run=statistics.median(runs),
            startup=statistics.median(times[Job(c, LEAST)]),
            ratio=statistics.median([a / b for a, b in zip(runs, base, strict=True) if b > 0] or [float("nan")]),
        )
    return figures
