"""Regenerates or checks the expectations beside the programs (x.out, x.err, x.code) with the real Go toolchain.

    python -m tests.oracle_expect [--check] [--runs N] [PATHS...]

`pytest -m oracle` checks all of them (test_oracle.py). Every program is built without inlining, so that each call has a
frame of its own, and its binary is run directly.
Invariants:
- the recorded run has one P (GOMAXPROCS=1): there the goroutine ids of Go are dense and rise in order of creation;
- the other runs must print the same stdout; a program without `--gomaxprocs` in x.args (or in `args`, which counts for
  a whole folder) runs them on 1, 2 and 4 Ps. Where all have one P, stderr must be the same as well;
- a file of expectations exists only if it says something: no x.out for no output, no x.err for an empty stderr,
  no x.code for exit code 0. A part that `NOT_RECORDED` names has a file only if somebody wrote it by hand.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "programs"
_TESTS = ("language/programs", "stdlib/programs", "sched/programs", "sched/golden")
FOLDERS = [PROGRAMS, *(ROOT / "tests" / name for name in _TESTS)]
"""Where programs with expectations are."""

MINIGO_FIRST_ID = 2
"""The id of the first goroutine that a program starts under minigo, which runs no goroutines of the runtime's own."""

RUN_TIMEOUT = 60.0
"""Seconds after which a program that should end is taken to hang."""
HANG_TIMEOUT = 1.5
"""Seconds that a program that hangs by design is observed for."""

MINIGOS_OWN: dict[str, str] = {
    "tests/stdlib/programs/time_clock.go": "it shows the virtual clock",
    "tests/stdlib/programs/log_clock.go": "it shows the virtual clock",
    "tests/stdlib/programs/xsync.go": "golang.org/x/sync is no part of Go's distribution",
}
"""Programs whose expectations are not Go's, and why."""

UNSTEADY: dict[str, str] = {
    "scheduler/global_queue_fairness.go": "now and then a goroutine of Go's own runs among those that are counted",
    "scheduler/many_goroutines.go": "on a busy machine a goroutine loses its thread",
    "tests/sched/golden/ring_overflow_258.go": "on a busy machine a goroutine loses its thread",
    "tests/sched/golden/sleep_equal.go": "a busy machine delays its timers",
    "tests/sched/programs/time_timers.go": "a busy machine delays its timers",
    "tests/stdlib/programs/signal_all.go": "signals come when the operating system likes",
}
"""Programs that real Go does not always run as recorded, and why: one of TRIES runs must be."""
TRIES = 10

HANGS = frozenset({"scheduler/starve.go"})
"""Programs that never end under real Go: what they print before they are killed is recorded, their exit code is not."""

NOT_RECORDED: dict[str, frozenset[str]] = {
    # The number of lost updates is the scheduler's choice.
    "scheduler/lost_update.go": frozenset({".out"}),
    # Go's check for concurrent map writes is best effort: whether one is caught, who and where, varies.
    "failures/concurrent_map_writes.go": frozenset({".err", ".code"}),
    # Fifty of the frames of millions, with frame and stack pointers.
    "failures/stack_overflow.go": frozenset({".err"}),
    "scheduler/starve.go": frozenset({".err", ".code"}),
}
"""Parts of programs' behaviour that Go itself does not repeat."""


class OracleError(Exception):
    """No expectations can be had of a program: it hangs, its stdout changes from run to run, or Go itself is broken."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run (or one failed build) left behind; `code` is -1 for a run that was killed."""

    stdout: str
    stderr: str
    code: int

    def files(self, source: Path, first_id: int = MINIGO_FIRST_ID) -> dict[str, str]:
        """The expectation files of this outcome by suffix; an empty text means that the file must not exist.

        `first_id` is the id that the toolchain gives to the first goroutine that the program starts.
        """
        return {
            ".out": self.stdout,
            ".err": normalise(self.stderr, str(source.parent), first_id),
            ".code": f"{self.code}\n" if self.code else "",
        }


# ---------------------------------------------------------------- from Go's dumps to minigo's

_GOROUTINE = re.compile(r"goroutine (\d+)")
_SIGNAL = re.compile(r"addr=0x[0-9a-f]+ pc=0x[0-9a-f]+\]$")
_ADDRESS_OF_PANIC_VALUE = re.compile(r"(panic: \([^()]*\)) 0x[0-9a-f]+")
_ARGUMENTS = re.compile(r"\((?:\.\.\.|[{0].*)\)$")


def renumber(line: str, first_id: int) -> str:
    """A line with the goroutine ids of a one-P run, counted as minigo counts."""

    def replace(match: re.Match[str]) -> str:
        number = int(match[1])
        return f"goroutine {number - first_id + MINIGO_FIRST_ID if number >= first_id else number}"

    return _GOROUTINE.sub(replace, line)


def frame(call: str, position: str, directory: str, first_id: int) -> list[str]:
    """The two lines of a stack frame, or none for a frame of Go's own runtime and library."""
    path = position.split(" +0x")[0]
    if path.startswith("\t" + go_env("GOROOT")):
        return []
    if call.startswith("created by "):
        call = renumber(call, first_id)
    else:
        call = _ARGUMENTS.sub("(...)", call)
    return [call, path.replace(directory, "$DIR")]


def normalise(stderr: str, directory: str, first_id: int) -> str:
    """Go's stderr in minigo's form: no offsets, addresses or frames of the runtime, and ids counted from 2."""
    lines = stderr.splitlines()
    out: list[str] = []
    in_stack = False
    i = 0
    while i < len(lines):
        line = lines[i]
        if re.match(r"goroutine \d+ \[", line):
            in_stack = True
            out.append(renumber(line, first_id))
        elif not line:
            in_stack = False
            out.append(line)
        elif in_stack and i + 1 < len(lines):
            out += frame(line, lines[i + 1], directory, first_id)
            i += 1
        else:
            line = _SIGNAL.sub("addr=0x0 pc=0x0]", line)
            out.append(_ADDRESS_OF_PANIC_VALUE.sub(r"\1 0x0", line))
        i += 1
    return "".join(line + "\n" for line in out)


# ---------------------------------------------------------------- the toolchain

_go_env: dict[str, str] = {}


def go_env(name: str) -> str:
    """A variable of `go env`, asked for once."""
    if name not in _go_env:
        done = subprocess.run(["go", "env", name], capture_output=True, text=True, check=True)
        _go_env[name] = done.stdout.strip()
    return _go_env[name]


def build(source: Path, binary: Path) -> Outcome | None:
    """Builds the program into `binary`; returns the outcome of a build that failed, as `go build` reports it.

    Raises OracleError if it is the toolchain that failed, and not the program.
    """
    environment = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod"}
    command = ["go", "build", "-gcflags=-l", "-o", str(binary), source.name]
    done = subprocess.run(command, cwd=source.parent, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return None
    messages = [line for line in done.stderr.splitlines() if not line.startswith("# ")]
    if not messages or not messages[0].startswith(f"./{source.name}:"):
        raise OracleError(f"go build is broken: {done.stderr}")
    return Outcome(done.stdout, "".join(line + "\n" for line in messages), 1)


def run(binary: Path, procs: int, hangs: bool, stdin: bytes = b"") -> Outcome:
    """Runs the binary on so many Ps.

    Raises OracleError if a program that should end does not.
    """
    given = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment = {**given, "GOMAXPROCS": str(procs), "GOTRACEBACK": "single"}
    timeout = HANG_TIMEOUT if hangs else RUN_TIMEOUT
    try:
        done = subprocess.run([binary], env=environment, input=stdin, capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired as expired:
        if not hangs:
            raise OracleError(f"did not end within {timeout} s") from expired
        return Outcome(text_of(expired.stdout or b""), "", -1)
    if hangs:
        raise OracleError("is listed as a program that hangs, but it ended")
    code = done.returncode if done.returncode >= 0 else 128 - done.returncode  # as shells tell of signals
    return Outcome(text_of(done.stdout), text_of(done.stderr), code)


def text_of(output: bytes) -> str:
    """What a program wrote; bytes that are no UTF-8 are surrogates, as in all texts of the corpus."""
    return output.decode("utf-8", "surrogateescape")


_IMPORT = re.compile(r'^(?:import )?\t?"([a-z/]+)"$', re.MULTILINE)
_PROBE = """package main
import "runtime"
%s
func main() {
	id := make([]byte, 64)
	n := make(chan int)
	go func() { n <- runtime.Stack(id, false) }()
	println(string(id[:<-n]))
}
"""

_first_ids: dict[frozenset[str], int] = {}


def measure_first_id(source: Path, folder: Path) -> int:
    """The id of the first goroutine that a program with these imports starts, on one P.

    It is measured because it depends on the imports: the start-up of some packages starts goroutines of its own.
    Raises OracleError if the probe in `folder` tells nothing.
    """
    imports = frozenset(_IMPORT.findall(source.read_text()))
    if imports not in _first_ids:
        probe = folder / "probe.go"
        probe.write_text(_PROBE % "".join(f'import _ "{path}"\n' for path in sorted(imports)))
        failed = build(probe, folder / "probe")
        if failed is not None:
            raise OracleError(f"the probe for the goroutine ids does not compile: {failed.stderr}")
        match = _GOROUTINE.match(run(folder / "probe", 1, hangs=False).stderr)
        if match is None:
            raise OracleError("the probe for the goroutine ids printed no stack")
        _first_ids[imports] = int(match[1])
    return _first_ids[imports]


# ---------------------------------------------------------------- programs and their expectations


def name_of(source: Path) -> str:
    """The program's name in the tables above: its path below programs/, or else in the repository."""
    return source.relative_to(PROGRAMS if source.is_relative_to(PROGRAMS) else ROOT).as_posix()


def processors(source: Path) -> list[int]:
    """The numbers of Ps under which the program's stdout must stay the same."""
    args_file = source.with_suffix(".args")
    if not args_file.exists():
        args_file = source.parent / "args"
    flags = args_file.read_text().split() if args_file.exists() else []
    if not flags:
        return [1, 2, 4]
    if flags != ["--gomaxprocs=1"]:
        raise OracleError(f"{args_file.name}: only --gomaxprocs=1 has a counterpart in real Go")
    return [1]


def observe(source: Path, runs: int) -> dict[str, str]:
    """Builds and runs a program; returns its expectation files by suffix, without those that are not recorded.

    Raises OracleError if it hangs, or if its stdout or exit code differ between `runs` further runs.
    """
    name = name_of(source)
    unrecorded = NOT_RECORDED.get(name, frozenset())
    with tempfile.TemporaryDirectory(prefix="oracle") as folder:
        binary = Path(folder) / "program"
        failed = build(source, binary)
        if failed is not None:
            return failed.files(source)
        in_file = source.with_suffix(".in")
        stdin = in_file.read_bytes() if in_file.exists() else b""
        first = run(binary, 1, name in HANGS, stdin)
        procs = processors(source)
        for k in range(runs):
            again = run(binary, procs[k % len(procs)], name in HANGS, stdin)
            if ".out" not in unrecorded and again.stdout != first.stdout:
                raise OracleError(f"run {k + 2} prints something else:\n{difference(first.stdout, again.stdout)}")
            if ".code" not in unrecorded and again.code != first.code:
                raise OracleError(f"run {k + 2} ends with code {again.code}, not {first.code}")
            if procs == [1] and ".err" not in unrecorded:
                texts = [normalise(outcome.stderr, str(source.parent), 0) for outcome in (first, again)]
                if texts[0] != texts[1]:
                    raise OracleError(f"run {k + 2} says something else:\n{difference(*texts)}")
        files = first.files(source, measure_first_id(source, Path(folder)))
    return {suffix: text for suffix, text in files.items() if suffix not in unrecorded}


def difference(expected: str, actual: str) -> str:
    """A unified diff of two texts."""
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(), "expected", "actual", lineterm="")
    return "\n".join(lines)


def check(source: Path, files: dict[str, str]) -> list[str]:
    """Complaints about expectation files that differ from what Go does."""
    complaints = []
    for suffix, text in files.items():
        path = source.with_suffix(suffix)
        recorded = path.read_text(errors="surrogateescape") if path.exists() else ""
        if recorded != text:
            complaints.append(f"{path.name} is not what Go does:\n{difference(recorded, text)}")
    return complaints


def complaints_of(source: Path, runs: int) -> list[str]:
    """Complaints about the expectations of a program. Raises OracleError as observe does."""
    if name_of(source) not in UNSTEADY:
        return check(source, observe(source, runs))
    complaints = []
    for _ in range(TRIES):
        complaints = check(source, observe(source, 0))
        if not complaints:
            break
    return complaints


def record(source: Path, files: dict[str, str]) -> None:
    """Writes the expectation files, and removes those that would be empty."""
    for suffix, text in files.items():
        path = source.with_suffix(suffix)
        if text:
            path.write_text(text, errors="surrogateescape")
        else:
            path.unlink(missing_ok=True)


def sources(paths: list[Path]) -> list[Path]:
    """The programs among the given files and folders, in order of name."""
    found: set[Path] = set()
    for path in paths:
        found.update(path.resolve().rglob("*.go") if path.is_dir() else [path.resolve()])
    return sorted(found)


def main() -> int:
    """Exit code 1 if a program is not fit for the corpus or, with --check, an expectation is not Go's."""
    parser = argparse.ArgumentParser(description="expected outputs of the programs, from the real Go toolchain")
    parser.add_argument("--check", action="store_true", help="compare with the files that are there, write nothing")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="further runs that must agree (default 3)")
    parser.add_argument("paths", nargs="*", type=Path, default=FOLDERS, metavar="PATHS")
    options = parser.parse_args()
    failures = 0
    for source in sources(options.paths):
        if name_of(source) in MINIGOS_OWN:
            continue
        try:
            if options.check:
                complaints = complaints_of(source, options.runs)
            else:
                complaints = []
                record(source, observe(source, 0 if name_of(source) in UNSTEADY else options.runs))
        except OracleError as error:
            complaints = [str(error)]
        failures += len(complaints)
        for complaint in complaints:
            print(f"{name_of(source)}: {complaint}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
