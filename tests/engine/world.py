"""Running Go source, or hand-built core, on an engine: what it printed, how it ended, and the event stream."""

from __future__ import annotations

import io
from dataclasses import dataclass

from minigo.check import check_package
from minigo.core.lower import lower_program
from minigo.core.nodes import Program
from minigo.engine.deepstack import with_large_stack
from minigo.engine.engine import link
from minigo.engine.linker import Linked
from minigo.runtime.chooser import SeededChooser
from minigo.runtime.events import Bus, Recorder
from minigo.runtime.panics import FatalError, GoPanic, ProgramExit
from minigo.runtime.run import Run, Streams
from minigo.runtime.sched.machine import Machine
from minigo.runtime.sched.state import Settings
from minigo.runtime.traceback import Frame
from minigo.source import FileSet
from minigo.stdlib.importer import LibraryImporter
from minigo.stdlib.registry import load_natives
from minigo.syntax.parser import parse
from minigo.types.objects import Package
from minigo.types.universe import TYP

PATH = "/go/main.go"


@dataclass(slots=True)
class Outcome:
    """`stderr` holds what println printed; `ending` the text of the panic or fatal error ("" when main returned);
    `frames` the stack at that moment, innermost first, as (function, line)."""

    stderr: str
    stdout: str
    ending: str
    frames: list[tuple[str, int]]
    events: list[str]


def lower(source: str) -> tuple[Program, FileSet, Package | None]:
    """The lowered program of one file; `source` without its package clause."""
    return lower_text("package main\n" + source)


def lower_text(text: str) -> tuple[Program, FileSet, Package | None]:
    """The lowered program of one file."""
    files = FileSet()
    importer = LibraryImporter(files)
    tree, errors = parse(files.add("main.go", PATH, text))
    assert tree is not None
    assert not errors, [files.format(e.pos) + ": " + e.message for e in errors]
    runtime = importer.import_package("runtime")
    result = check_package([tree], "main", files, importer, lang="go1.27")
    assert not result.printed, [files.format(e.pos) + ": " + e.message for e in result.printed]
    load_natives(list(importer.packages))
    program = lower_program([*importer.packages.values(), result], "main", files)
    return program, files, runtime if isinstance(runtime, Package) else None


def execute(
    program: Program,
    files: FileSet,
    engine: str,
    runtime: Package | None = None,
    *,
    record: bool = True,
    procs: int = 4,
) -> Outcome:
    """Run a program to its end."""
    bus = Bus()
    recorder = Recorder(bus) if record else None
    chooser = SeededChooser(1)
    machine = Machine(Settings(gomaxprocs=procs), chooser, bus)
    stdout, stderr = io.BytesIO(), io.BytesIO()
    run = Run(machine, chooser, bus, Streams(io.BytesIO(), stdout, stderr), ["main"])
    linked = link(program, run, files, engine, runtime)

    if runtime is None:
        run.fault_types = {"error": run.universe.rtype(TYP["string"])}

    def body() -> tuple[str, list[Frame]]:
        try:
            return _run(linked, machine, run)
        finally:
            machine.close()

    ending, frames = with_large_stack(body)
    lines = recorder.lines() if recorder is not None else []
    shown = [(frame.function, frame.line) for frame in frames]
    return Outcome(stderr.getvalue().decode(), stdout.getvalue().decode(), ending, shown, lines)


def _run(linked: Linked, machine: Machine, run: Run) -> tuple[str, list[Frame]]:
    try:
        linked.run(machine)
    except ProgramExit as end:
        return f"exit {end.code}", []
    except FatalError as end:
        return f"fatal error: {end.text}", linked.stack_at(end)
    except Exception as error:
        try:
            panic: BaseException = run.caught(error)
        except FatalError as end:
            return f"fatal error: {end.text}", linked.stack_at(end)
        assert isinstance(panic, GoPanic)
        shown = " -> ".join(run.show_panic(p) for p in panic.chain() if not p.goexit)
        return f"panic: {shown}", linked.stack_at(panic)
    return "", []


def run_go(source: str, engine: str, *, record: bool = True, procs: int = 4) -> Outcome:
    """Run Go source (without its package clause) on an engine."""
    program, files, runtime = with_large_stack(lambda: lower(source))
    return execute(program, files, engine, runtime, record=record, procs=procs)


def run_both(source: str, procs: int = 4) -> Outcome:
    """Run Go source on both engines, which must not differ in anything."""
    compiled = run_go(source, "compiled", procs=procs)
    walked = run_go(source, "walk", procs=procs)
    assert walked.stdout == compiled.stdout
    assert walked.stderr == compiled.stderr
    assert walked.ending == compiled.ending
    assert walked.frames == compiled.frames
    assert walked.events == compiled.events
    return compiled
