"""Natives of package testing: regular expressions, the alarm, what hangs, what leaks, and stdout as a text."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.record import record
from minigo.runtime.natives import linked, native
from minigo.runtime.sched import g as gstate
from minigo.runtime.sched.timers import arm, stop
from minigo.runtime.values import Slice, gostring, slice_of, text
from minigo.stdlib.reflect_types import signature_of, var_types
from minigo.stdlib.sync_natives import machine_of

if TYPE_CHECKING:
    from minigo.runtime.run import Run, Writer
    from minigo.runtime.sched.g import G

_STATE = "testing"


@record(slots=True)
class TestRun:
    """What a run of tests keeps in Python. leaks: report, fail or off; find_leaks: gives the report on those of the
    goroutines of a test that can never go on, and were not told of yet, "" if there are none; tell: what shows such a
    report, stderr if None; stdout: the stream that is captured at the moment."""

    __test__ = False

    leaks: str = "report"
    find_leaks: Callable[[list[G], str], str] = lambda gs, test: ""
    tell: Callable[[str], None] | None = None
    stdout: Writer | None = None


def state_of(run: Run) -> TestRun:
    state: TestRun = machine_of(run).shelf.setdefault(_STATE, TestRun())
    return state


def test_of(g: G) -> str:
    """The name of the test that a goroutine belongs to, "" for none."""
    return "" if g.label is None else text(g.label.f_name)


test_of.__test__ = False  # type: ignore[attr-defined]


# ---------------------------------------------------------------- regular expressions

_FOREIGN = re.compile(r"\\[1-9]|\\[ZG]|\(\?(?![imsU]*(?:-[imsU]+)?[:)]|P?<\w+>)(?:P[=>]|<?[=!]|[#>(]|\w*)")
"""What Python's expressions have and Go's have not."""
_PARTS = re.compile(r"\\.|.", re.DOTALL)


@native("testing.find")
def find(pattern: bytes, name: bytes) -> tuple[bool, bytes]:
    """Whether the expression matches somewhere in `name`, and what is wrong with it."""
    try:
        return compile_pattern(text(pattern)).search(text(name)) is not None, b""
    except re.error as error:
        return False, gostring(f"error parsing regexp: {error}")


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A regular expression of Go's syntax. Raises re.error with Go's text for what is wrong."""
    complaint = _complaint(pattern)
    if complaint:
        raise re.error(complaint)
    try:
        return re.compile(pattern.replace("\\z", "\\Z").replace("(?P<", "(?P<"))
    except re.error as error:
        raise re.error(f"{error.msg}: `{pattern}`") from None


def _complaint(pattern: str) -> str:
    """The usual mistakes in Go's words, "" if there are none."""
    foreign = next((m for m in _FOREIGN.finditer(pattern) if not _escaped(pattern, m.start())), None)
    if foreign is not None:
        what = "invalid or unsupported Perl syntax" if foreign[0].startswith("(") else "invalid escape sequence"
        return f"{what}: `{foreign[0]}`"
    depth = 0
    at = -1
    previous = "^"
    parts = [(m.start(), m[0]) for m in _PARTS.finditer(pattern)]
    for i, (start, part) in enumerate(parts):
        if at >= 0:
            if part == "]" and i > at + 1:
                at = -1
                previous = "]"
            continue
        if part == "[":
            at = i
        elif part == "(":
            depth += 1
        elif part == ")":
            depth -= 1
            if depth < 0:
                return f"unexpected ): `{pattern}`"
        elif part in "*+?" and (previous in "(|^" or start == 0):
            return f"missing argument to repetition operator: `{part}`"
        elif part == "\\":
            return "trailing backslash at end of expression: ``"
        previous = part
    if at >= 0:
        return f"missing closing ]: `{pattern[parts[at][0] :]}`"
    return f"missing closing ): `{pattern}`" if depth else ""


def _escaped(pattern: str, at: int) -> bool:
    before = at - len(pattern[:at].rstrip("\\"))
    return before % 2 == 1


# ---------------------------------------------------------------- the end of a run


@linked("testing.setAlarm")
def set_alarm(run: Run) -> Callable[[int, Any], None]:
    m = machine_of(run)

    def set_alarm(d: int, f: Any) -> None:
        if m.alarm is not None:
            stop(m, m.alarm)
            m.alarm = None
        if f is not None:
            m.alarm = m.call_later(f)
            arm(m, m.alarm, m.now() + d)

    return set_alarm


@linked("testing.onDeadlock")
def on_deadlock(run: Run) -> Callable[[Any], None]:
    m = machine_of(run)

    def on_deadlock(f: Any) -> None:
        m.last_resort = None if f is None else m.call_later(f)

    return on_deadlock


@linked("testing.onExit0")
def on_exit0(run: Run) -> Callable[[bool], None]:
    def on_exit0(refuse: bool) -> None:
        run.refuse_exit0 = refuse

    return on_exit0


@linked("testing.raceErrors")
def race_errors(run: Run) -> Callable[[], int]:
    return lambda: len(run.races)


# ---------------------------------------------------------------- leaks


def _belongs(g: G, test: Any) -> bool:
    """Whether a goroutine was started by a test or one of its subtests; `test` None: by any."""
    label = g.label
    while label is not None and test is not None and label is not test:
        label = label.f_parent
    return label is not None


@linked("testing.watch")
def watch(run: Run) -> Callable[[Any], None]:
    m = machine_of(run)

    def watch(test: Any) -> None:
        m.g.label = test

    return watch


@linked("testing.leaked")
def leaked(run: Run) -> Callable[[Any], Slice]:
    m, state = machine_of(run), state_of(run)

    def leaked(test: Any) -> Slice:
        mine = [g for g in m.allgs.values() if _belongs(g, test) and g is not m.g and g.status == gstate.WAITING]
        reports = []
        for name in dict.fromkeys(test_of(g) for g in mine):
            report = state.find_leaks([g for g in mine if test_of(g) == name], name)
            if report:
                reports.append(gostring(report + "\n"))
        return slice_of(reports)

    return leaked


@linked("testing.runnable")
def runnable(run: Run) -> Callable[[Any], bool]:
    m = machine_of(run)

    def runnable(test: Any) -> bool:
        mine = (g for g in m.allgs.values() if _belongs(g, test))
        return any(g.status == gstate.RUNNABLE for g in mine if g is not m.g)

    return runnable


@linked("testing.tell")
def tell(run: Run) -> Callable[[bytes], None]:
    state = state_of(run)

    def tell(report: bytes) -> None:
        if state.tell is not None:
            state.tell(text(report))
        else:
            run.write(2, report)

    return tell


@linked("testing.leakMode")
def leak_mode(run: Run) -> Callable[[], bytes]:
    return lambda: gostring(state_of(run).leaks)


# ---------------------------------------------------------------- examples and fuzz tests


@linked("testing.capture")
def capture(run: Run) -> Callable[[], None]:
    state = state_of(run)

    def capture() -> None:
        state.stdout, run.streams.stdout = run.streams.stdout, io.BytesIO()

    return capture


@linked("testing.captured")
def captured(run: Run) -> Callable[[], bytes]:
    state = state_of(run)

    def captured() -> bytes:
        buffer, stdout = run.streams.stdout, state.stdout
        assert isinstance(buffer, io.BytesIO)
        assert stdout is not None
        state.stdout, run.streams.stdout = None, stdout
        return buffer.getvalue()

    return captured


@native("testing.signature")
def signature(f: Any) -> tuple[int, Slice, bool]:
    if f is None or f[0].kind != "func":
        return 0, slice_of([]), False
    found = signature_of(f[0])
    params = [gostring(t.string) for t in var_types(f[0], found.params.vars)]
    return len(found.results.vars), slice_of(params), True


@native("testing.apply")
def apply(f: Any, t: Any, args: Slice) -> None:
    f[1](t, *(value for _, value in args.items()))
