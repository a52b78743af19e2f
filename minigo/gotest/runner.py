"""Builds and runs the tests of packages, and prints what `go test` prints.

Without packages on the command line the output is shown as it comes; with them a package's output is shown when it has
ended, and if it passed only its `ok` line, unless -v, -bench, -list or -json ask for more. The output of the program,
stdout and stderr, goes to `out`; compiler errors and what minigo itself has to say go to `err`.
"""

from __future__ import annotations

import gc
import io
import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from minigo.analysis.options import Analyses
from minigo.gomod import find_module
from minigo.gotest.events import Converter, build_events
from minigo.gotest.patterns import PatternError, targets_of
from minigo.gotest.program import BuildError, NoTestFiles, SetupError, TestTarget, check_tests
from minigo.inputs import Inputs
from minigo.options import MAX_PROCESSORS
from minigo.record import field, record, replace
from minigo.runtime.panics import ProgramExit
from minigo.session import Loaded, Options, Session
from minigo.source import SourceError
from minigo.stdlib.sync_natives import machine_of
from minigo.stdlib.testing_natives import state_of, test_of

if TYPE_CHECKING:
    from minigo.engine.linker import Linked
    from minigo.gotest.flags import TestFlags
    from minigo.modules import CheckedProgram
    from minigo.runtime.run import Run

HOST_TIMEOUT = 600.0
"""Host seconds after which the tests of a package are ended: virtual time may hardly pass in an endless loop."""
TEMPORARY = "/tmp"
"""What a test program calls its own folder for temporary files."""
_NOTHING_RAN = b"testing: warning: no tests to run\n"


class Stream(Protocol):
    """A binary stream."""

    def write(self, data: bytes, /) -> object: ...
    def flush(self) -> None: ...


@record(slots=True)
class Package:
    """A package to test: `loaded` is its program; otherwise `problem` tells why there is none ("setup failed", "build
    failed", "no test files"), and `errors` in which words; `title` is what their heading calls the package. Its
    tests run in `folder`, and may read what is in `root`. `vetted` is what vet said of which package, if anything."""

    shown: str
    loaded: Loaded | None = None
    problem: str = ""
    title: str = ""
    errors: list[str] | None = None
    folder: str = ""
    root: str = ""
    vetted: list[tuple[str, list[str]]] = field(default_factory=list)


@record(slots=True)
class Outcome:
    """How a program ended; `shown`: the output has been printed already."""

    code: int
    seconds: float
    output: bytes
    shown: bool
    notes: list[str]


class _Tee:
    """A stream that also remembers."""

    def __init__(self, sink: Stream, memory: io.BytesIO) -> None:
        self.sink = sink
        self.memory = memory

    def write(self, data: bytes) -> int:
        self.memory.write(data)
        self.sink.write(data)
        return len(data)

    def flush(self) -> None:
        self.sink.flush()


class Tester:
    """One `minigo test` in `folder`, the working folder if None. `out` and `err` are binary streams."""

    __test__ = False  # for pytest, which would take it for a class of tests

    def __init__(
        self,
        flags: TestFlags,
        seed: int,
        out: Stream,
        err: Stream,
        folder: Path | None = None,
        vet: Callable[[CheckedProgram, str], list[tuple[str, list[str]]]] | None = None,
    ) -> None:
        """`vet` looks at a package before its tests run: gives, for packages in which something is wrong, the import
        path and what to say."""
        self.vet = vet
        self.folder = folder or Path.cwd()
        self.programs: dict[TestTarget, Package] = {}
        """The packages that were built, by target: they can be run again."""
        self.flags = flags
        self.seed = seed
        self.out = out
        self.err = err
        self.failed = False
        self.stopped = False
        """A test has failed, and -failfast is given: no further package is tested."""
        self.streaming = not flags.patterns or "bench" in flags.given
        self.show_passed = flags.verbose or "list" in flags.given

    # ------------------------------------------------------------ all packages

    def run(self) -> int:
        """Tests everything; returns the exit code: 1 when something failed."""
        targets = targets_of(self.flags.patterns, self.folder)
        packages: list[Package] = []
        for target in targets:
            if isinstance(target, PatternError):
                package = self._broken_pattern(target)
            else:
                package = self.programs.get(target) or self.programs.setdefault(target, self._build(target))
            if package.problem == "setup failed":
                self._report_problem(package)
            else:
                packages.append(package)
        for package in packages:
            if self.stopped:
                break
            if package.loaded is None:
                self._report_problem(package)
            elif self.flags.seeds:
                self._try_seeds(package, package.loaded)
            else:
                self._report(package, self._execute(package, package.loaded, self.seed))
        if self.failed and self.flags.patterns and not self.flags.json:
            self._print("FAIL\n")
        self.out.flush()
        return 1 if self.failed else 0

    # ------------------------------------------------------------ building

    def _broken_pattern(self, error: PatternError) -> Package:
        return Package(error.pattern, None, "setup failed", error.pattern, [error.reason])

    def _build(self, target: TestTarget) -> Package:
        flags = self.flags
        session = Session(Options(lang=flags.lang, allow_unused=flags.allow_unused, race=flags.race))
        gc.disable()
        try:
            checked = check_tests(target, lang=flags.lang, allow_unused=flags.allow_unused)
            vetted = self.vet(checked, target.shown) if self.vet is not None else []
            if vetted:
                return Package(target.shown, None, "build failed", vetted=vetted)
            program = os.path.basename(target.shown) + ".test"
            folder = str(target.folder)
            module = find_module(target.folder, Inputs())
            root = str(module.folder) if module is not None else folder
            return Package(target.shown, session.prepare(checked, program), folder=folder, root=root)
        except NoTestFiles:
            return Package(target.shown, None, "no test files")
        except SourceError as error:
            return Package(target.shown, None, "setup failed", target.shown, [str(error)])
        except SetupError as error:
            return Package(target.shown, None, "setup failed", target.shown, session.format_diagnostics(error))
        except BuildError as error:
            return Package(target.shown, None, "build failed", error.title, session.format_diagnostics(error))
        finally:
            gc.enable()

    def _report_problem(self, package: Package) -> None:
        if package.problem == "no test files":
            line = f"?   \t{package.shown}\t[no test files]\n"
            if self.flags.json:
                converter = self._converter(package, lambda: 0)
                converter.start()
                converter.summary(line, "skip", 0.0, False)
            else:
                self._print(line)
            return
        self.failed = True
        builds = [(f"{path} [{package.shown}.test]", lines) for path, lines in package.vetted]
        builds = builds or [(package.title, [f"# {package.title}", *(package.errors or [])])]
        line = f"FAIL\t{package.shown} [{package.problem}]\n"
        if not self.flags.json:
            self.out.flush()
            text = "".join(line + "\n" for _, lines in builds for line in lines)
            self.err.write(text.encode("utf-8", "surrogateescape"))
            self.err.flush()
            self._print(line)
            return
        for path, lines in builds:
            for event in build_events(path, lines):
                self._print(event + "\n")
        converter = self._converter(package, lambda: 0)
        converter.start()
        converter.summary(line, "fail", 0.0, True, FailedBuild=builds[0][0])

    def _converter(self, package: Package, now: Callable[[], int]) -> Converter:
        return Converter(package.shown, lambda event: self._print(event + "\n"), now)

    # ------------------------------------------------------------ running

    def _execute(self, package: Package, loaded: Loaded, seed: int, *, show: bool = True) -> Outcome:
        """Runs the tests of a package once. Output is shown as it comes if that is how it is to be, and `show`."""
        flags = self.flags
        gomaxprocs = flags.gomaxprocs or _host_setting() or Options().gomaxprocs
        options = Options(
            seed=seed,
            gomaxprocs=gomaxprocs,
            preempt=flags.preempt,
            engine=flags.engine,
            timeout=HOST_TIMEOUT,
            race=flags.race,
            args=tuple(flags.program_args()),
            allow_read=(package.root,),
            folder=package.folder,
            temporary=TEMPORARY,
            analyses=None if flags.leaks == "off" else Analyses(check_leaks="tests"),
        )
        direct = show and self.streaming and not flags.json
        buffer = io.BytesIO()
        sink: Stream = _Tee(self.out, buffer) if direct else buffer
        notes: list[str] = []
        runs: list[Run] = []

        def observe(run: Run) -> None:
            runs.append(run)
            state = state_of(run)
            state.leaks = flags.leaks
            state.tell = tell

        def attach(linked: Linked) -> None:
            machine = machine_of(runs[0])
            if flags.leaks == "off":
                return
            from minigo.analysis.leaks import LeakFinder

            # Main waits for the tests to end, and starts those that are to come.
            finder = LeakFinder(machine, linked, certain=machine.main)
            state_of(runs[0]).find_leaks = lambda gs, test: finder.find(among=gs).text(test)

        def tell(text: str) -> None:
            if direct:
                self._say(text)
            else:
                notes.append(text)

        if flags.json and show:
            converter = self._converter(package, lambda: machine_of(runs[0]).clock() if runs else 0)
            converter.start()
            sink = _Tee(converter, buffer)
        result = Session(options).run(loaded, io.BytesIO(), sink, sink, observe=observe, attach=attach)
        seconds = result.virtual_ns / 1e9
        outcome = Outcome(result.exit_code, seconds, buffer.getvalue(), direct, notes)
        note = _where(runs[0], outcome.output) if result.exit_code > 1 else ""
        if note:
            tell(note)
        if flags.json and show:
            self._summarise(converter, package, outcome)
        return outcome

    def _summarise(self, converter: Converter, package: Package, outcome: Outcome) -> None:
        if outcome.code == 0:
            line = f"ok  \t{package.shown}\t{outcome.seconds:.3f}s{_remark(outcome)}\n"
            converter.summary(line, "pass", _thousandths(outcome), False)
        else:
            if not self.flags.patterns:
                converter.write(f"exit status {outcome.code}\n".encode())
            line = f"FAIL\t{package.shown}\t{outcome.seconds:.3f}s\n"
            converter.summary(line, "fail", _thousandths(outcome), True)

    def _report(self, package: Package, outcome: Outcome) -> None:
        """The package's output, if it is to be shown and has not been, and its line."""
        if outcome.code:
            self.failed = True
            self.stopped = self.flags.given.get("failfast") == "true"
        if self.flags.json:
            self._tell(outcome.notes)
            return
        if outcome.code == 0:
            if self.show_passed and not outcome.shown:
                self._write(outcome.output)
            nothing = "" if outcome.shown else _remark(outcome)
            self._print(f"ok  \t{package.shown}\t{outcome.seconds:.3f}s{nothing}\n")
        else:
            if not outcome.shown:
                self._write(outcome.output if outcome.output.endswith(b"\n") else outcome.output + b"\n")
            if outcome.shown or not outcome.output:
                self._print(f"exit status {outcome.code}\n")
            self._print(f"FAIL\t{package.shown}\t{outcome.seconds:.3f}s\n")
        self._tell(outcome.notes)

    # ------------------------------------------------------------ many schedules

    def _try_seeds(self, package: Package, loaded: Loaded) -> None:
        """Runs the tests under several seeds; shows the first failure, and how to see it again."""
        seeds = range(self.seed, self.seed + self.flags.seeds)
        first: tuple[int, Outcome] | None = None
        failures = 0
        passed: Outcome | None = None
        for seed in seeds:
            outcome = self._execute(package, loaded, seed, show=False)
            if outcome.code == 0:
                passed = outcome
                continue
            failures += 1
            first = first or (seed, outcome)
        if first is None:
            assert passed is not None
            self._report(package, replace(passed, output=b"") if not self.show_passed else passed)
            self._say(f"minigo: {package.shown}: passes under {len(seeds)} seeds, {seeds[0]} to {seeds[-1]}\n")
        else:
            seed, outcome = first
            self._report(package, outcome)
            self._say(f"minigo: {package.shown}: fails under {failures} of {len(seeds)} seeds; the first one again:\n")
            self._say(f"  {self._command(package, seed)}\n")

    def _command(self, package: Package, seed: int) -> str:
        """The command that runs the tests once under `seed`."""
        flags = self.flags
        words = ["minigo", "test"]
        for name, value in flags.given.items():
            if name not in ("seed", "seeds", "json"):
                words.append(f"-{name}" if value == "true" else f"-{name}={value}")
        words.append(f"-seed={seed}")
        files = [word for word in flags.patterns if word.endswith(".go")]
        words += files or ([package.shown] if flags.patterns else [])
        words += flags.program
        if flags.words:
            words += ["-args", *flags.words]
        return shlex.join(words)

    # ------------------------------------------------------------ printing

    def _print(self, text: str) -> None:
        self._write(text.encode("utf-8", "surrogateescape"))

    def _write(self, data: bytes) -> None:
        self.out.write(data)

    def _tell(self, notes: list[str]) -> None:
        for note in notes:
            self._say(note)

    def _say(self, text: str) -> None:
        self.out.flush()
        self.err.write(text.encode("utf-8", "surrogateescape"))
        self.err.flush()


def _remark(outcome: Outcome) -> str:
    """What stands behind the time of a package that passed."""
    return " [no tests to run]" if _NOTHING_RAN in outcome.output else ""


def _where(run: Run, output: bytes) -> str:
    """Which test a crash belongs to, if the output does not say it."""
    machine = machine_of(run)
    name = test_of(machine.g)
    if isinstance(machine.outcome, ProgramExit) or not name or f"--- FAIL: {name} (".encode() in output:
        return ""
    return f"minigo: this happened in a goroutine of {name}\n"


def _thousandths(outcome: Outcome) -> float:
    return round(outcome.seconds, 3)


def _host_setting() -> int | None:
    """The environment variable GOMAXPROCS, as the test program sees it."""
    text = os.environ.get("GOMAXPROCS", "")
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= MAX_PROCESSORS else None
