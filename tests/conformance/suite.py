"""Holds minigo to what the programs and real Go say: results by program and engine, and their table."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.conformance.expectations import Reported, complaints, wanted_errors
from tests.conformance.gotool import GoTool, Verdict
from tests.conformance.jobs import INTERNAL, Done, Job, run_jobs
from tests.conformance.programs import ERRORCHECK, RUN, Program
from tests.conformance.subject import DOES_NOT_COMPILE, report_errors, run_program

ENGINES = ("compiled", "walk")

LIMIT = 90.0
"""Seconds of processor time for compiled code: the heaviest program needs a minute of it."""

PATIENCE = {"walk": 8.0}
"""How much longer than the compiled code an engine may take."""


@dataclass(slots=True)
class Result:
    """What became of a program. not_counted: why it says nothing about minigo ("" when it does). failures: by engine
    (or "check"), what was wrong; empty when the program passes."""

    program: Program
    not_counted: str = ""
    failures: dict[str, list[str]] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether it counts and nothing was wrong."""
        return not self.not_counted and not self.failures


def run_suite(
    programs: Iterable[Program], workers: int, seconds: float, engines: tuple[str, ...] = ENGINES
) -> Iterator[Result]:
    """The result of each program, as they come. Without a Go toolchain every program in scope counts. `seconds`: of
    processor time, for an engine without PATIENCE."""
    tool = GoTool() if GoTool.available() else None
    results: dict[str, Result] = {}
    open_jobs: Counter[str] = Counter()
    verdicts: dict[str, Verdict] = {}
    jobs: list[Job] = []
    for program in programs:
        result = results[program.name] = Result(program, program.excluded)
        verdict = tool.verdict(program) if tool is not None and not program.excluded else Verdict("")
        verdicts[program.name] = verdict
        result.not_counted = result.not_counted or verdict.reason
        if result.not_counted:
            yield result
            continue
        new = list(_jobs(program, engines, seconds))
        open_jobs[program.name] = len(new)
        jobs += new
    for done in run_jobs(jobs, workers):
        name, engine = done.key
        result = results[name]
        wrong = judge(result.program, done, _expected(result.program, verdicts[name], tool is not None))
        if wrong:
            result.failures[engine] = wrong
        open_jobs[name] -= 1
        if not open_jobs[name]:
            yield result


def _jobs(program: Program, engines: tuple[str, ...], seconds: float) -> Iterator[Job]:
    folder = program.path.parent
    if program.kind == ERRORCHECK:
        yield Job((program.name, "check"), report_errors, (program.path, program.lang), folder, seconds)
        return
    for engine in engines:
        limit = seconds * PATIENCE.get(engine, 1.0)
        yield Job((program.name, engine), run_program, (program.path, engine, program.args), folder, limit)


def _expected(program: Program, verdict: Verdict, asked: bool) -> bytes | None:
    """What the program must print: its file's text, or real Go's output if that differs today. None: anything goes."""
    beside = program.expected_output()
    if not asked:
        return beside
    today = verdict.output.encode("utf-8", "surrogateescape")
    return today if beside is not None or not today else None


def judge(program: Program, done: Done, expected: bytes | None) -> list[str]:
    """What is wrong with how a program's job ended; empty for nothing. The first line names the cause."""
    text = done.output.decode("utf-8", "replace")
    if done.code is None:
        return ["out of time", text[-300:]]
    if done.code == INTERNAL:
        lines = text.strip().split("\n")
        return [f"internal error: {lines[-1]}", *lines[-12:-1]]
    if program.kind == ERRORCHECK:
        reported = [Reported(line, message) for line, message in json.loads(text)]
        source = program.path.read_bytes().decode("utf-8", "replace")
        return complaints(wanted_errors(source, program.path.name), reported)
    if done.code == DOES_NOT_COMPILE:
        lines = text.strip().split("\n")
        return [f"does not compile: {_without_position(lines[0])}", *lines]
    if done.code != 0:
        return [f"exit code {done.code}: {_first_words(text)}", text[-1500:]]
    if expected is not None and done.output != expected:
        return ["other output", *_difference(expected.decode("utf-8", "replace"), text)]
    return []


def _without_position(line: str) -> str:
    return re.sub(r"^\S*\.go:\d+:\d+: ", "", line)


def _first_words(text: str) -> str:
    """The line of a run's output that tells most: of a panic or fatal error if there is one."""
    for line in text.split("\n"):
        if line.startswith(("panic:", "fatal error:")):
            return line
    return text.strip().split("\n")[0]


def _difference(expected: str, actual: str) -> list[str]:
    for number, (a, b) in enumerate(zip(expected.split("\n"), actual.split("\n"), strict=False), 1):
        if a != b:
            return [f"line {number}: {b!r} instead of {a!r}"]
    return [f"{len(actual)} bytes instead of {len(expected)}"]


def table(results: list[Result]) -> list[str]:
    """The results by kind and folder, then the reasons why programs do not count, then those of failures."""
    lines: list[str] = []
    for kind in (RUN, ERRORCHECK):
        of_kind = [r for r in results if r.program.kind == kind]
        if not of_kind:
            continue
        lines += [f"{kind:28} {'all':>5} {'out of scope':>13} {'counted':>8} {'passed':>7} {'%':>6}"]
        folders = sorted({r.program.folder for r in of_kind})
        for folder in folders:
            lines.append(_row(folder, [r for r in of_kind if r.program.folder == folder]))
        lines += [_row("total", of_kind), ""]
        lines += ["does not count:"]
        lines += _grouped((r.not_counted, r.program.name) for r in of_kind if r.not_counted)
        lines += ["", "fails:"]
        lines += _grouped(_causes(of_kind))
        lines += [""]
    return lines


def _causes(results: list[Result]) -> Iterator[tuple[str, str]]:
    for r in results:
        for engine, wrong in r.failures.items():
            cause = re.sub(r"^\d+: ", "", wrong[0]) if r.program.kind == ERRORCHECK else wrong[0]
            cause = re.split(r" in: |: ", cause)[0] if r.program.kind == ERRORCHECK else cause
            both = len(r.failures) == len(ENGINES)
            if not both or engine == ENGINES[0]:
                yield cause[:110], r.program.name + ("" if both or engine == "check" else f" ({engine})")


def _row(name: str, results: list[Result]) -> str:
    counted = [r for r in results if not r.not_counted]
    passed = sum(r.passed for r in counted)
    share = f"{100 * passed / len(counted):.1f}" if counted else "-"
    skipped = len(results) - len(counted)
    return f"{name:28} {len(results):5} {skipped:13} {len(counted):8} {passed:7} {share:>6}"


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """One paragraph for each reason, the most frequent first."""
    groups: dict[str, list[str]] = {}
    for reason, name in pairs:
        groups.setdefault(reason, []).append(name)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return [f"  {len(names):4}  {reason}: {' '.join(sorted(names))}" for reason, names in ordered]
