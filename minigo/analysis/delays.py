"""Starvation that came to an end, or not before the run did: goroutines that could run and got no P, and goroutines
that waited long for a lock.

`Delays` watches a whole run; `standing` looks at one that was stopped. Times are virtual nanoseconds. A goroutine
counts as starved when it was runnable for more than RUNNABLE_NS without getting a P, and as kept waiting when a lock
took more than LOCK_NS to get: at these times Go's scheduler takes a P away, and a Mutex goes into starvation mode."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from minigo.analysis.findings import STARVATION, Finding
from minigo.analysis.starvation import milliseconds
from minigo.analysis.waits import LOCK_REASONS, Waits
from minigo.core import nodes as c
from minigo.core.visit import expressions, statement_operands, statements
from minigo.record import record
from minigo.runtime.sched import g as gstate
from minigo.source import NO_POS, pos_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minigo.core.program import Function
    from minigo.engine.linker import Linked
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.machine import Machine

RUNNABLE_NS = 10_000_000
LOCK_NS = 1_000_000
SLICE_NS = 1_000_000
"""Shorter turns on a P are not remembered."""
MAX_SHOWN = 10
NO_PROCESSOR = "runnable without a processor"
LONG_LOCK = "waited long for a lock"


@record(slots=True)
class Turn:
    """A goroutine's time on a P; `mark` is where it was when sysmon last looked, or at the end of a short one."""

    p: int
    g: int
    since: int
    until: int
    mark: Any

    def overlap(self, since: int, until: int) -> int:
        return max(min(self.until, until) - max(self.since, since), 0)


@record(slots=True)
class Delay:
    """A goroutine that waited from `since` to `until`; `p` is the P that ran it then (-1: none did before the end). Of
    a lock: `mark` is where it waited, `lock` the lock, `holds` who held it when it began to wait."""

    kind: str
    g: int
    since: int
    until: int
    p: int = -1
    mark: Any = None
    lock: Any = None
    holds: tuple[Any, ...] = ()

    @property
    def ns(self) -> int:
        return self.until - self.since


class Delays:
    """Watches who waits, by the event bus."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.delays: list[Delay] = []
        self.turns: list[Turn] = []
        self.linked: Linked | None = None
        self._turn: dict[int, tuple[int, int]] = {}
        self._waiting: dict[int, Delay] = {}
        self._places: dict[int, Any] = {}
        machine.watchers.append(self._look)
        machine.bus.subscribe(self._run, "run")
        machine.bus.subscribe(self._stop, "preempt", "yield", "end", "syscall", "park")
        machine.bus.subscribe(self._locked, "lock", "rlock")

    def _run(self, kind: str, g: int, p: int, now: int, *details: object) -> None:
        self._turn[p] = (g, now)
        self._places.pop(p, None)
        goroutine = self.machine.allgs.get(g)
        if goroutine is not None and now - goroutine.since > RUNNABLE_NS and goroutine.since:
            self.delays.append(Delay(NO_PROCESSOR, g, goroutine.since, now, p))

    def _look(self, now: int, until: int) -> None:
        """sysmon's round: where are those that have had a P for long?"""
        for p in self.machine.allp:
            turn, g = self._turn.get(p.id), p.curg
            if turn is not None and g is not None and now - turn[1] >= SLICE_NS:
                self._places[p.id] = _mark(self.linked, self.machine, g)

    def _stop(self, kind: str, g: int, p: int, now: int, *details: object) -> None:
        turn = self._turn.pop(p, None)
        assert self.linked is not None
        if turn is not None and now - turn[1] >= SLICE_NS:
            mark = self._places.get(p) or self.linked.mark(sys._getframe())
            self.turns.append(Turn(p, g, turn[1], now, mark))
        m = self.machine
        if kind == "park" and details[0] in LOCK_REASONS and g not in self._waiting:
            lock = m.g.wait_object
            holds = tuple(m.holders.of(lock)) if m.holders is not None else ()
            self._waiting[g] = Delay(LONG_LOCK, g, now, now, p, self.linked.mark(sys._getframe()), lock, holds)

    def _locked(self, kind: str, g: int, p: int, now: int, *details: object) -> None:
        delay = self._waiting.pop(g, None)
        if delay is not None and now - delay.since > LOCK_NS:
            delay.until = now
            self.delays.append(delay)

    def finish(self, deadlocked: bool = False) -> list[Delay]:
        """All delays, the longest first; those that still last included, unless the program is `deadlocked`."""
        found = list(self.delays)
        if not deadlocked:
            found += standing(self.machine)
            for delay in self._waiting.values():
                delay.until = _now(self.machine)
                if delay.ns > LOCK_NS and not any(d.kind == LONG_LOCK and d.g == delay.g and d.p < 0 for d in found):
                    found.append(delay)
        now = _now(self.machine)
        for p, (g, since) in self._turn.items():
            if now - since >= SLICE_NS:
                goroutine = self.machine.allgs.get(g)
                self.turns.append(Turn(p, g, since, now, _mark(self.linked, self.machine, goroutine)))
        return sorted(found, key=lambda d: (-d.ns, d.g))


def _now(machine: Machine) -> int:
    return max(p.clock for p in machine.allp)


def _mark(linked: Linked | None, machine: Machine, g: G | None) -> Any:
    """Where a goroutine is, running or not."""
    if g is None or linked is None or g.greenlet is None:
        return None
    return linked.mark(g.greenlet.gr_frame or (sys._getframe() if g is machine.g else None))


def standing(machine: Machine) -> list[Delay]:
    """The goroutines of a run that stands still that have been runnable, or waiting for a lock, for too long."""
    now = _now(machine)
    found = []
    for g in machine.allgs.values():
        status = machine.status_of(g)
        if status == gstate.RUNNABLE and now - g.since > RUNNABLE_NS:
            found.append(Delay(NO_PROCESSOR, g.id, g.since, now))
        elif status == gstate.WAITING and g.wait_reason in LOCK_REASONS and now - g.since > LOCK_NS:
            found.append(Delay(LONG_LOCK, g.id, g.since, now))
    return sorted(found, key=lambda d: (-d.ns, d.g))


def holders_now(machine: Machine, linked: Linked) -> list[Turn]:
    """Who has the Ps of a run that stands still; since when is not known."""
    now = _now(machine)
    return [Turn(p.id, p.curg.id, 0, now, _mark(linked, machine, p.curg)) for p in machine.allp if p.curg is not None]


def at_a_limit(machine: Machine, linked: Linked, watched: Delays | None) -> Finding | None:
    """Who starved when a limit ended the run; all that was seen, if the run was watched."""
    if watched is not None:
        return delay_finding(machine, linked, watched.finish(), watched.turns)
    return delay_finding(machine, linked, standing(machine), holders_now(machine, linked))


# ---------------------------------------------------------------- words


def delay_finding(machine: Machine, linked: Linked, delays: list[Delay], turns: Iterable[Turn]) -> Finding | None:
    """The report on delays, None if there are none."""
    if not delays:
        return None
    waits = Waits(machine, linked, [])
    turns = list(turns)
    lines = []
    starved = [d for d in delays if d.kind == NO_PROCESSOR]
    kept = [d for d in delays if d.kind == LONG_LOCK]
    if starved:
        lines.append(f"minigo: starvation: {_times(starved)} more than {milliseconds(RUNNABLE_NS)} without a P")
    for delay in starved[:MAX_SHOWN]:
        span = f"{milliseconds(delay.ns)}, from {milliseconds(delay.since)} to {milliseconds(delay.until)}"
        ending = f", until P{delay.p} ran it" if delay.p >= 0 else ", and still was at the end"
        lines.append(f"  goroutine {delay.g} was runnable for {span}{ending}")
        lines += [f"    {text}" for text in _who_held(machine, linked, waits, delay, turns)]
    if kept:
        lines.append(f"minigo: starvation: {_times(kept)} more than {milliseconds(LOCK_NS)} for a lock")
    for delay in kept[:MAX_SHOWN]:
        lines.append(f"  {_lock_line(linked, waits, delay, machine)}")
    name = NO_PROCESSOR if starved else LONG_LOCK
    finding = Finding(STARVATION, name, lines[0].removeprefix("minigo: "))
    finding.goroutines = [
        {"id": d.g, "cause": d.kind, "since_ns": d.since, "until_ns": d.until, "processor": d.p} for d in delays
    ]
    finding.hint = "block instead of spinning, call runtime.Gosched in long loops, or hold locks for a shorter time"
    lines.append(f"  hint: {finding.hint}")
    finding.text = "\n".join(lines) + "\n"
    return finding


def _times(delays: list[Delay]) -> str:
    n = len({d.g for d in delays})
    return "1 goroutine waited" if n == 1 else f"{n} goroutines waited"


def _who_held(machine: Machine, linked: Linked, waits: Waits, delay: Delay, turns: list[Turn]) -> list[str]:
    """The longest turns of others while a goroutine starved, on the P that ran it in the end, if one did."""
    mine = [t for t in turns if t.overlap(delay.since, delay.until) >= SLICE_NS and (delay.p < 0 or t.p == delay.p)]
    mine = mine or [t for t in turns if t.overlap(delay.since, delay.until) >= SLICE_NS]
    mine.sort(key=lambda t: (-t.overlap(delay.since, delay.until), t.since, t.p))
    lines = []
    for turn in mine[:3]:
        frame = linked.marked(turn.mark)
        where = f" at {waits.places.at(frame.path, frame.line)} in {frame.function}" if frame is not None else ""
        lasted = f" for {milliseconds(turn.overlap(delay.since, delay.until))}" if turn.since else ""
        lines.append(f"P{turn.p} was held by goroutine {turn.g}{lasted}{where}{_loop(machine, linked, turn.mark)}")
    return lines or ["the Ps were held in turns shorter than a millisecond by the goroutines before it in the queues"]


def _lock_line(linked: Linked, waits: Waits, delay: Delay, machine: Machine) -> str:
    g = machine.allgs.get(delay.g)
    mark = delay.mark or _mark(linked, machine, g)
    lock = delay.lock
    if lock is None and g is not None and g.status == gstate.WAITING:
        lock = g.wait_object
    frame = linked.marked(mark)
    where = f" at {waits.places.at(frame.path, frame.line)}" if frame is not None else ""
    name = waits.places.lock(lock, mark)[0]
    holds = delay.holds or (tuple(machine.holders.of(lock)) if machine.holders is not None else ())
    held = [
        f"{'itself' if hold[0] == delay.g else f'goroutine {hold[0]}'} (since {waits.places.of(hold[1])})"
        for _, hold in holds
    ]
    by = f", held by {', '.join(held)}" if held else ""
    return f"goroutine {delay.g} waited {milliseconds(delay.ns)} for `{name}`{where}{by}"


def _loop(machine: Machine, linked: Linked, mark: Any) -> str:
    """Whether the place is in a loop in which nobody can take the P away."""
    call = linked.place_of(mark)
    if call is None or machine.preempt_loops:
        return ""
    function, line = call
    loops = [s for s in statements(linked.lowered(function).body) if isinstance(s, c.Loop) and _holds(s, line)]
    if not loops:
        return ""
    if machine.preempt_entries and any(_can_be_preempted(loop) for loop in loops):
        return ""
    mode = "--preempt=cooperative: it calls nothing" if machine.preempt_entries else "--preempt=none"
    return f", in a loop without a preemption point ({mode})"


def _holds(loop: c.Loop, line: int) -> bool:
    lines = [pos_line(s.pos) for s in statements([loop]) if s.pos != NO_POS]
    return bool(lines) and min(lines) <= line <= max(lines)


def _can_be_preempted(loop: c.Loop) -> bool:
    for s in statements([loop]):
        for e in statement_operands(s):
            for x in expressions(e):
                if isinstance(x, c.CallMethod):
                    return True
                if isinstance(x, c.Call) and not (isinstance(x.callee, c.FuncRef) and not _ticks(x.callee.function)):
                    return True
    return False


def _ticks(function: Function) -> bool:
    if function.native is not None:
        return False
    return any(isinstance(s, c.Tick) and s.kind == "entry" for s in statements(function.complete().body))
