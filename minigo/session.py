"""The composition root: from source text to a checked, lowered and linked program, and to the result of a run.

The phases of `Session.load`: read, parse, check (the imported packages first), lower. Those of `Session.run`: make the
machine, link the program with an engine, run it, report how it ended.
"""

from __future__ import annotations

import io
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from minigo import hostmemory
from minigo.analysis.dumps import Dumper
from minigo.analysis.findings import FATAL, LIMIT, PANIC, STARVATION
from minigo.analysis.limits import limit_report
from minigo.analysis.starvation import starvation_report
from minigo.engine.deepstack import with_large_stack
from minigo.options import Options
from minigo.record import field, record
from minigo.runtime.chooser import SeededChooser
from minigo.runtime.events import Bus, Recorder
from minigo.runtime.hostfiles import HostFiles
from minigo.runtime.panics import OUT_OF_MEMORY, FatalError, GoPanic, LimitExceeded, ProgramExit
from minigo.runtime.run import Run, Streams
from minigo.runtime.sched.machine import Machine
from minigo.runtime.sched.p import STEP_NS
from minigo.runtime.sched.starvation import Starvation
from minigo.runtime.sched.state import FIRST_TICK, OS_TICKS, Hooks, Settings, Stats
from minigo.runtime.traceback import fatal_report, panic_report
from minigo.source import MAX_ERRORS, Diagnostic, DiagnosticError, File, FileSet, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from minigo.analysis.findings import Finding
    from minigo.analysis.observer import Observer
    from minigo.analysis.profile import Profile, Sampler
    from minigo.analysis.race.detector import Instrument
    from minigo.core.program import Program
    from minigo.engine.linker import Linked
    from minigo.inputs import Inputs
    from minigo.modules import CheckedProgram
    from minigo.programs import Programs
    from minigo.runtime.run import Reader, Writer
    from minigo.runtime.sched.sigtable import HostSignals
    from minigo.trace.census import Census
    from minigo.trace.stacks import StackSizes
    from minigo.types.objects import Package
    from minigo.types.types import Named

__all__ = ["Options", "Result", "Session", "SourceError"]

EXIT_DIAGNOSTIC = 1
EXIT_PANIC = 2
EXIT_LIMIT = 124

_NEED_OS = {"os", "fmt"}
"""Packages that bring package os into a program of real Go."""


@record(slots=True)
class Loaded:
    """A program ready to run; can be run once, since its functions are lowered while it runs. `packages` are the import
    paths of its library packages, `warnings` what the checker let pass, `instrument` what the race detector
    needs, if there is anything for it to find.
    `inputs` is what it was loaded from."""

    program: Program
    packages: list[str]
    files: FileSet
    name: str
    runtime: Package
    warnings: list[Diagnostic]
    instrument: Instrument | None = None
    inputs: Inputs | None = None

    def link(self, run: Run, engine: str, opt: int) -> Linked:
        from minigo.engine.engine import link

        return link(self.program, run, self.files, engine, self.runtime, opt)


@record(slots=True)
class Stored:
    """A program from the cache, ready to run once. `reload` loads it from its sources, as they were when it was found
    to be made of them."""

    image: dict[str, Any]
    inputs: Inputs
    name: str
    reload: Callable[[], tuple[Program, list[Named]]]

    @property
    def packages(self) -> list[str]:
        return list(self.image["packages"])

    @property
    def files(self) -> FileSet:
        return FileSet({index: File(name, path, "", index) for name, path, index in self.image["files"]})

    @property
    def warnings(self) -> list[Diagnostic]:
        return []

    @property
    def instrument(self) -> None:
        return None

    def link(self, run: Run, engine: str, opt: int) -> Linked:
        from minigo.engine.restored import Restored

        return Restored(self.image, run, self.files, self.reload, opt)


@record(slots=True)
class Result:
    """How a run ended.

    stats: the machine's counters. virtual_ns: the time that passed in it. steps: Ticks over all processors. processors:
    busy and idle virtual ns of each. recorder: the event stream, census and stacks: the statistics, if they were asked
    for.
    findings: what went wrong, if Analyses.collect asks for it.
    """

    exit_code: int
    stats: Stats
    virtual_ns: int
    steps: int
    processors: list[tuple[int, int]]
    recorder: Recorder | None = None
    census: Census | None = None
    stacks: StackSizes | None = None
    findings: list[Finding] = field(default_factory=list)


@record(slots=True)
class Session:
    """Loads and runs programs under one set of options; `cache` keeps compiled programs, if there is one."""

    options: Options = field(default_factory=Options)
    cache: Programs | None = None

    # ------------------------------------------------------------ text -> program

    def load(self, target: str) -> Loaded | Stored:
        """The program that `target` (a .go file, a folder, or -) holds.

        Raises SourceError when it cannot be read and DiagnosticError when it does not compile.
        """
        if self.cache is not None and self._is_kept(target):
            found = self.cache.find(target, self._code_options)
            if found is not None:
                inputs, image = found
                return Stored(image, inputs, target, lambda: self._reload(target, inputs))
        inputs = _inputs()
        return self.prepare(self.check(target, inputs=inputs), target, inputs)

    def load_text(self, text: str) -> Loaded:
        """The program whose text is given; messages call it prog.go. Raises DiagnosticError."""
        from minigo.load import STDIN, STDIN_NAME

        return self.prepare(self.check(STDIN, text=text.encode("utf-8", "surrogateescape")), STDIN_NAME)

    def prepare(self, checked: CheckedProgram, name: str, inputs: Inputs | None = None) -> Loaded:
        """The program of checked packages; `name` is the program's own (os.Args[0]). `inputs`: what it was loaded from,
        if it may be kept."""
        from minigo.core.lower import lower_program
        from minigo.stdlib.registry import load_natives

        packages = list(checked.library.packages)
        load_natives(packages)
        instrument = None
        if self.options.race is not None:
            from minigo.analysis.race.detector import Instrument
            from minigo.analysis.race.need import starts_goroutines
            from minigo.analysis.race.ownership import unwatched_channels

            if starts_goroutines(checked.packages, frozenset(packages)):
                library = frozenset(packages)
                instrument = Instrument(library, unwatched_channels(checked.packages, library))
        program = lower_program(checked.packages, "main", checked.files, instrument)
        runtime = checked.library.packages["runtime"].package
        return Loaded(program, packages, checked.files, name, runtime, checked.warnings, instrument, inputs)

    def _reload(self, target: str, inputs: Inputs) -> tuple[Program, list[Named]]:
        checked = self.check(target, inputs=inputs)
        declared = [t for result in checked.packages for t in result.declared_types()]
        return self.prepare(checked, target).program, declared

    def check(
        self,
        target: str,
        *,
        runnable: bool = True,
        limit: int | None = MAX_ERRORS,
        text: bytes | None = None,
        inputs: Inputs | None = None,
    ) -> CheckedProgram:
        """The packages of `target`, checked; `runnable`: it must be a program. `limit` is how many errors of a package
        are told, None for all. `text` is read instead of standard input. Raises what load raises."""
        from minigo.modules import check_program

        options = self.options
        return check_program(
            target,
            FileSet(),
            inputs or _inputs(),
            lang=options.lang,
            runnable=runnable,
            allow_unused=options.allow_unused,
            limit=limit,
            text=text,
            trees=self.cache.trees() if self.cache is not None else None,
        )

    # ------------------------------------------------------------ the cache

    def _is_kept(self, target: str) -> bool:
        """Whether the cache has programs like this: the walker has nothing to keep, standard input no name, and what is
        compiled for the race detector is bound to it."""
        return self.options.engine == "compiled" and target != "-" and self.options.race is None

    @property
    def _code_options(self) -> tuple[Any, ...]:
        """The options that compiled code depends on."""
        return (self.options.lang, self.options.allow_unused, self.options.opt)

    def _keep(self, loaded: Loaded | Stored, linked: Linked) -> None:
        """Store what was compiled during a run, if it was anything new."""
        if self.cache is None or not self._is_kept(loaded.name) or loaded.inputs is None or loaded.warnings:
            return
        image = loaded.image if isinstance(loaded, Stored) else None
        if image is not None and not linked.grown:
            return
        from minigo.engine.image import NoImage, image_of

        try:
            if image is None:
                assert isinstance(loaded, Loaded)
                image = image_of(linked, loaded.files, loaded.packages, loaded.runtime)
            else:
                linked.extend_image()
        except NoImage:
            return
        self.cache.keep(loaded.name, self._code_options, loaded.inputs, image)

    def format_diagnostics(self, error: DiagnosticError) -> list[str]:
        """The lines that gc would print."""
        return [line for diagnostic in error.diagnostics for line in error.format(diagnostic).split("\n")]

    def display_name(self, path: object) -> str:
        """How messages call a file."""
        from minigo.load import display_name

        return display_name(str(path))

    # ------------------------------------------------------------ program -> result

    def run(
        self,
        loaded: Loaded | Stored,
        stdin: Reader,
        stdout: Writer,
        stderr: Writer,
        *,
        record: bool = False,
        watch: Callable[[Machine], None] | None = None,
        observe: Callable[[Run], None] | None = None,
        attach: Callable[[Linked], None] | None = None,
        profile: Profile | None = None,
        host_signals: HostSignals | None = None,
    ) -> Result:
        """Runs the program to its end. Its output goes to `stdout` and `stderr`, reports to `stderr`. `watch` gets the
        machine before the program starts, to subscribe to its events, `observe` the whole Run, and `attach` the linked
        program; where the time goes is added to `profile`; signals posted to `host_signals` reach the program.

        Raises InternalError for a bug of minigo, KeyboardInterrupt when interrupted, OSError when max_memory is asked
        for where it is not known what a process uses.
        """
        options = self.options
        bus = Bus()
        census = _census(bus) if options.stats else None
        recorder = Recorder(bus) if record else None
        chooser = SeededChooser(options.seed)
        settings = Settings(
            gomaxprocs=options.gomaxprocs,
            preempt=options.preempt,
            timeout=options.timeout,
            max_steps=options.max_steps,
            max_goroutines=options.max_goroutines,
            max_memory=options.max_memory,
            realtime=options.realtime,
            first_tick=FIRST_TICK + (OS_TICKS if not _NEED_OS.isdisjoint(loaded.packages) else 0),
        )
        if options.go_ns is not None:
            settings.go_steps = options.go_ns // STEP_NS
        if options.switch_ns is not None:
            settings.switch_steps = options.switch_ns // STEP_NS
        hooks = Hooks(host_clock=time.monotonic, host_sleep=time.sleep)
        if options.max_memory is not None:
            hooks.host_memory = hostmemory.Gauge()
        machine = Machine(settings, chooser, bus, hooks)
        streams = Streams(stdin if options.timeout is None else TimedInput(stdin, machine), stdout, stderr)
        run = Run(machine, chooser, bus, streams, [loaded.name, *options.args], output_limit=options.max_output)
        run.env = list(options.env)
        run.files = HostFiles(
            options.allow_read, options.allow_write, folder=options.folder, temporary=options.temporary
        )
        for number, when in options.signals:
            machine.signal_arm(number, when)
        if host_signals is not None:
            machine.signals.host = host_signals
            host_signals.wanted = machine.signals.cared_for
            host_signals.before_wait = stdout.flush
        races = None
        if options.race is not None and loaded.instrument is not None:
            from minigo.analysis.race.detector import RaceDetector

            races = RaceDetector(run, machine, options.race, loaded.instrument)
        stacks = _stacks(run, machine) if options.stats else None
        observer = None
        if options.analyses is not None:
            from minigo.analysis.observer import Observer

            observer = Observer(options.analyses, machine)
        if observe is not None:
            observe(run)
        linked = loaded.link(run, options.engine, options.opt)
        if races is not None:
            races.attach(linked)
        ending = Ending(Dumper(machine, linked), run, options.max_memory, observer)
        if observer is not None:
            observer.attach(linked, ending.say)
        if options.schedtrace is not None:
            from minigo.trace.schedtrace import SchedTrace

            trace = SchedTrace(machine, options.schedtrace, options.scheddetail, ending.say)
            machine.watchers.append(trace.look)
        if watch is not None:
            watch(machine)
        if attach is not None:
            attach(linked)

        def body() -> None:
            sampler = nullcontext() if profile is None else _sampler(profile, linked)
            # The bound is not for the report, which may need much.
            with sampler, hostmemory.bounded(options.max_memory):
                linked.run(machine)

        def execute() -> int:
            try:
                code = ending.exit_code(body)
                return code if observer is None else observer.ended(code, machine.outcome)
            finally:
                machine.close()
                run.files.close()

        try:
            code = with_large_stack(execute)
            if races is not None:
                code = races.finish(code)
                if observer is not None:
                    observer.raced(races)
        finally:
            stdout.flush()
            stderr.flush()
        self._keep(loaded, linked)
        end = max(p.clock for p in machine.allp)
        processors = [(p.busy_ns, end - p.busy_ns) for p in machine.allp]
        findings = observer.findings if observer is not None else []
        return Result(code, machine.stats, end, machine.steps, processors, recorder, census, stacks, findings)


class TimedInput:
    """stdin of a run with a time-out: a read that would last longer ends the run."""

    def __init__(self, stdin: Reader, machine: Machine) -> None:
        self.stdin = stdin
        self.machine = machine
        try:
            self.descriptor = stdin.fileno() if isinstance(stdin, io.IOBase) else None
        except OSError:
            self.descriptor = None

    def read(self, size: int, /) -> bytes | None:
        machine = self.machine
        if self.descriptor is not None and machine.host_deadline is not None:
            import select

            left = max(machine.host_deadline - time.monotonic(), 0)
            if not select.select([self.descriptor], [], [], left)[0]:
                machine.stop_run(LimitExceeded("timeout", machine.settings.timeout or 0.0))
        return self.stdin.read(size)


def _sampler(profile: Profile, linked: Linked) -> Sampler:
    # Seldom wanted, and not to be waited for at every start.
    from minigo.analysis.profile import Sampler

    return Sampler(profile, linked)


def _census(bus: Bus) -> Census:
    from minigo.trace.census import Census

    return Census(bus)


def _stacks(run: Run, machine: Machine) -> StackSizes:
    from minigo.trace.stacks import StackSizes

    return StackSizes(run, machine)


def _inputs() -> Inputs:
    from minigo.inputs import Inputs

    return Inputs()


class Ending:
    """Turns what a run ended with into a report on stderr and an exit code."""

    def __init__(self, dumper: Dumper, run: Run, max_memory: int | None, observer: Observer | None) -> None:
        self.dumper = dumper
        self.run = run
        self.max_memory = max_memory
        self.observer = observer

    def exit_code(self, execute: Callable[[], None]) -> int:
        """Runs `execute` and says how it ended. Raises InternalError and KeyboardInterrupt."""
        try:
            execute()
        except ProgramExit as end:
            return end.code
        except Starvation as end:
            text = starvation_report(end, self.dumper)
            if self.observer is not None:
                self.observer.failed(STARVATION, "endless loop", text, self.dumper.everybody())
            return self._report(text, EXIT_PANIC)
        except LimitExceeded as end:
            return self._limit(end)
        except FatalError as end:
            return self._fatal(end)
        except Exception as error:
            try:
                return self._panic(self.run.caught(error))
            except FatalError as end:
                return self._fatal(end)
        return 0

    def _fatal(self, error: FatalError) -> int:
        if error.text == OUT_OF_MEMORY and self.max_memory is not None:
            return self._limit(LimitExceeded("max-memory", self.max_memory), error)
        dumps = self.dumper.everybody() if error.all_goroutines else self.dumper.failed(error)
        text = fatal_report(error, dumps)
        if self.observer is not None and error.text.endswith("deadlock!"):
            text += self.observer.deadlocked()
        elif self.observer is not None:
            self.observer.failed(FATAL, error.text, text, dumps)
        return self._report(text, EXIT_PANIC)

    def _limit(self, limit: LimitExceeded, raised: FatalError | None = None) -> int:
        text = limit_report(limit, self.dumper, raised)
        if self.observer is not None:
            self.observer.failed(LIMIT, limit.limit, text, self.dumper.everybody(raised))
        from minigo.analysis.delays import at_a_limit

        watched = self.observer.delays if self.observer is not None else None
        finding = at_a_limit(self.dumper.machine, self.dumper.linked, watched)
        if finding is not None:
            text += "\n" + finding.text
            if self.observer is not None:
                self.observer.found(finding)
        return self._report(text, EXIT_LIMIT)

    def _panic(self, panic: GoPanic) -> int:
        dumps = self.dumper.failed(panic)
        bubble = self.dumper.machine.dead_bubble
        if self.run.traceback_all:
            dumps += self.dumper.others()
        elif bubble is not None:
            dumps += [dump for dump in self.dumper.others() if dump.bubble == bubble.id]
        text = panic_report(panic, self.run.show_panic, dumps)
        if self.observer is not None:
            self.observer.failed(PANIC, text.split("\n", 1)[0].removeprefix("panic: "), text, dumps)
        return self._report(text, EXIT_PANIC)

    def _report(self, text: str, code: int) -> int:
        self.say(text)
        return code

    def say(self, text: str) -> None:
        """Writes to stderr. What was printed before comes first, on whatever terminal or file both end up."""
        self.run.streams.stdout.flush()
        self.run.streams.stderr.write(text.encode("utf-8", "surrogateescape"))
