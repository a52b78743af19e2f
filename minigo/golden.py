"""Golden-output tests: programs with what they must print beside them.

Beside `x.go` stands x.out (stdout), and perhaps x.in (stdin), x.err (stderr, with $DIR for the program's folder),
x.code (the exit code, 0 if absent) and x.args (options as for `minigo run`; words after -- go to the program). A
program passes when every run, under each seed and with each engine, does what the files say; without x.err stderr is
not looked at.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from minigo.options import ENGINES, Options
from minigo.record import field, record, replace
from minigo.session import Session
from minigo.source import DiagnosticError, SourceError

_NOT_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

PARTS = {"stdout": ".out", "stderr": ".err", "exit code": ".code"}


class GoldenError(Exception):
    """A program or a file beside it cannot be used; the message says why."""


@record(slots=True, frozen=True)
class Outcome:
    """What a run left: the parts by the names in PARTS, as text."""

    parts: dict[str, str]
    seed: int
    engine: str

    @property
    def where(self) -> str:
        return f"seed {self.seed}, engine {self.engine}"


@record(slots=True)
class Verdict:
    """A program's result: `differences` are the first run of each part that is not as expected, as (part, expected,
    outcome). runs: how many there were; error: why it could not be run, "" if it could."""

    program: Path
    runs: int = 0
    differences: list[tuple[str, str, Outcome]] = field(default_factory=list)
    error: str = ""

    @property
    def passed(self) -> bool:
        return not self.differences and not self.error


def find_programs(paths: list[Path], *, update: bool = False) -> list[Path]:
    """The golden programs that the paths name: files, and folders with all that is in them. A file that is named must
    have an x.out unless it is to be updated. Raises GoldenError."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for program in sorted(path.rglob("*.go")):
                if program.with_suffix(".out").is_file():
                    found[program] = None
        elif not path.is_file():
            raise GoldenError(f"{path}: no such file or folder")
        elif not update and not path.with_suffix(".out").is_file():
            raise GoldenError(f"{path}: there is no {path.with_suffix('.out').name} beside it (--update writes one)")
        else:
            found[path] = None
    if not found:
        raise GoldenError("no program with an .out file beside it")
    return list(found)


# ---------------------------------------------------------------- the files beside a program


def read_beside(program: Path, suffix: str) -> str | None:
    """The text of a file beside the program; None if there is none. Raises GoldenError."""
    path = program.with_suffix(suffix)
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape") if path.is_file() else None
    except OSError as error:
        raise GoldenError(f"{path}: {error.strerror}") from error


def expected_parts(program: Path) -> dict[str, str]:
    """What must come out; stderr only if there is an x.err."""
    code = (read_beside(program, ".code") or "0").strip()
    expected = {"stdout": read_beside(program, ".out") or "", "exit code": code}
    stderr = read_beside(program, ".err")
    if stderr is not None:
        expected["stderr"] = stderr
    return expected


def options_beside(program: Path) -> tuple[Options, bool]:
    """The options of x.args, and whether they name a seed. Raises GoldenError."""
    try:
        words = shlex.split(read_beside(program, ".args") or "")
    except ValueError as error:
        raise GoldenError(f"{program.with_suffix('.args')}: {str(error).lower()}") from None
    own, args = words, []
    if "--" in words:
        own, args = words[: words.index("--")], words[words.index("--") + 1 :]
    options = replace(Options(), args=tuple(args))
    seeded = False
    for word in own:
        name, equals, value = word.removeprefix("--").partition("=")
        setter = _SETTERS.get(name) if word.startswith("--") else None
        try:
            if setter is None or bool(equals) != (name not in _SWITCHES):
                raise ValueError
            options = setter(options, value)
        except ValueError:
            raise GoldenError(f"{program.with_suffix('.args')}: {word} is not understood") from None
        seeded = seeded or name == "seed"
    return options, seeded


_SWITCHES = ("no-preempt", "allow-unused")
_SETTERS: dict[str, Callable[[Options, str], Options]] = {
    "gomaxprocs": lambda options, value: replace(options, gomaxprocs=int(value)),
    "seed": lambda options, value: replace(options, seed=int(value)),
    "preempt": lambda options, value: replace(options, preempt=value),
    "no-preempt": lambda options, value: replace(options, preempt="none"),
    "max-steps": lambda options, value: replace(options, max_steps=int(value)),
    "lang": lambda options, value: replace(options, lang=value),
    "allow-unused": lambda options, value: replace(options, allow_unused=True),
}


# ---------------------------------------------------------------- running


def outcomes(program: Path, seeds: range, engines: tuple[str, ...] = ENGINES) -> Iterator[Outcome]:
    """Runs the program under each seed with each engine; once for each engine if x.args names the seed. Raises
    GoldenError."""
    options, seeded = options_beside(program)
    stdin = (read_beside(program, ".in") or "").encode("utf-8", "surrogateescape")
    if seeded:
        seeds = range(options.seed, options.seed + 1)
    session = Session(options)
    try:
        loaded = session.load(str(program))
    except SourceError as error:
        raise GoldenError(str(error)) from error
    except DiagnosticError as error:
        text = "".join(line + "\n" for line in session.format_diagnostics(error))
        # As gc tells it in the program's folder.
        text = text.replace(session.display_name(program) + ":", f"./{program.name}:")
        parts = {"stdout": "", "stderr": _local(text, program), "exit code": "1"}
        yield Outcome(parts, seeds[0], engines[0])
        return
    for engine in engines:
        for seed in seeds:
            out, err = io.BytesIO(), io.BytesIO()
            run = Session(replace(options, seed=seed, engine=engine)).run(loaded, io.BytesIO(stdin), out, err)
            stdout, stderr = (stream.getvalue().decode("utf-8", "surrogateescape") for stream in (out, err))
            parts = {"stdout": stdout, "stderr": _local(stderr, program), "exit code": str(run.exit_code)}
            yield Outcome(parts, seed, engine)


def _local(text: str, program: Path) -> str:
    """The text with $DIR for the program's folder."""
    return text.replace(str(program.resolve().parent), "$DIR")


def check(program: Path, seeds: range) -> Verdict:
    """Compares what the program does with the files beside it."""
    verdict = Verdict(program)
    try:
        expected = expected_parts(program)
        for outcome in outcomes(program, seeds):
            verdict.runs += 1
            known = {part for part, _, _ in verdict.differences}
            for part, text in expected.items():
                if outcome.parts[part] != text and part not in known:
                    verdict.differences.append((part, text, outcome))
    except GoldenError as error:
        verdict.error = str(error)
    return verdict


def update(program: Path, seeds: range) -> Verdict:
    """Writes the files beside the program: x.out always, x.code unless it is 0, x.err if there was one or the program
    failed. The verdict tells of runs that differ from the first one."""
    verdict = Verdict(program)
    try:
        first: Outcome | None = None
        for outcome in outcomes(program, seeds):
            verdict.runs += 1
            if first is None:
                first = outcome
                _write(program, outcome)
            for part, text in first.parts.items():
                if outcome.parts[part] != text:
                    verdict.differences.append((part, text, outcome))
    except GoldenError as error:
        verdict.error = str(error)
    return verdict


def _write(program: Path, outcome: Outcome) -> None:
    code = outcome.parts["exit code"]
    keep_stderr = program.with_suffix(".err").is_file() or code != "0"
    texts = {
        ".out": outcome.parts["stdout"],
        ".err": outcome.parts["stderr"] if keep_stderr and outcome.parts["stderr"] else None,
        ".code": f"{code}\n" if code != "0" else None,
    }
    for suffix, text in texts.items():
        path = program.with_suffix(suffix)
        try:
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(text.encode("utf-8", "surrogateescape"))
        except OSError as error:
            raise GoldenError(f"{path}: {error.strerror}") from error


# ---------------------------------------------------------------- reports


def junit(verdicts: list[Verdict], describe: Callable[[Verdict], str]) -> bytes:
    """A JUnit XML report; `describe` gives the text of a failure."""
    failures = sum(1 for verdict in verdicts if not verdict.passed)
    suite = ElementTree.Element("testsuite", name="minigo golden", tests=str(len(verdicts)), failures=str(failures))
    for verdict in verdicts:
        name = verdict.program.as_posix()
        case = ElementTree.SubElement(suite, "testcase", classname="golden", name=name)
        if not verdict.passed:
            parts = ", ".join(part for part, _, _ in verdict.differences) or verdict.error
            failure = ElementTree.SubElement(case, "failure", message=_xml_text(f"differs: {parts}"))
            failure.text = _xml_text(describe(verdict))
    report: bytes = ElementTree.tostring(suite, encoding="utf-8", xml_declaration=True)
    return report


def _xml_text(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
