"""Pictures of the scheduler, one after each thing that happens: what every P runs and has queued, who waits for what.

`Lanes` observes a run and hands over a `Picture` whenever the state is a settled one: a goroutine that gives up its P
and the one that follows it are one picture. What runs and what is blocked comes from the events, the queues from the
machine. Observing changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from minigo.record import field, record
from minigo.runtime.sched.g import SYSTEM_ID

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.machine import Machine

UNSETTLED = frozenset(("park", "end", "yield", "preempt", "syscall", "steal"))
"""After these something follows at once that belongs to it: another goroutine runs, or the P is idle."""
Name = tuple[int, str]
"""A goroutine: its id and the name of its start function."""


@record(slots=True)
class Lane:
    """A P. `state` is running, idle or syscall; `thread` the id of its M, -1 without one; `ring` without runnext."""

    p: int
    state: str
    thread: int
    running: Name | None
    runnext: Name | None
    ring: list[Name]


@record(slots=True)
class Picture:
    """`time` in virtual ns; `happened` says what led to this state; `blocked` has the goroutines by wait reason."""

    time: int
    happened: list[str]
    lanes: list[Lane]
    globalq: list[Name]
    blocked: dict[str, list[Name]]


@record(slots=True, eq=False)
class Lanes:
    """To be made before the run starts; `flush` when it is over."""

    machine: Machine
    show: Callable[[Picture], None]
    _time: int = 0
    _happened: list[str] = field(default_factory=list)
    _settled: bool = True
    _running: dict[int, int] = field(default_factory=dict)
    """By P: the goroutine that it runs."""
    _blocked: dict[int, str] = field(default_factory=dict)
    """By goroutine: why."""
    _names: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.machine.bus.subscribe(self._observe, *_WORDS)

    def flush(self) -> None:
        """Shows what has happened since the last picture."""
        if self._happened:
            self._draw()

    def _observe(self, kind: str, g: int, p: int, time: int, *details: int | str | bool) -> None:
        if self._happened and self._settled:
            self._draw()
        self._time = time
        self._happened.append(self._words(kind, g, p, details))
        self._settled = kind not in UNSETTLED
        self._apply(kind, g, p, details)

    def _apply(self, kind: str, g: int, p: int, details: tuple[int | str | bool, ...]) -> None:
        if kind == "run":
            self._running[p] = g
        elif kind in ("park", "syscall"):
            self._running.pop(p, None)
            self._blocked[g] = str(details[0]) if details else "syscall"
        elif kind in ("end", "yield", "preempt"):
            self._running.pop(p, None)
        elif kind == "ready":
            self._blocked.pop(int(details[0]), None)
        elif kind == "sysret":
            self._blocked.pop(g, None)
            self._running |= {q.id: q.curg.id for q in self.machine.allp if q.curg is not None and q.curg.id == g}
        elif kind == "gomaxprocs":
            self._running = {p: g}

    def _draw(self) -> None:
        m = self.machine
        lanes = []
        for p in m.allp:
            current = self._running.get(p.id)
            thread = -1 if p.m is None else p.m.id
            state = ("idle", "running", "syscall", "stopped", "dead")[p.status]
            runnext = self._name(p.runnext) if p.runnext is not None and p.runnext.id != SYSTEM_ID else None
            ring = [self._name(g) for g in p.runq if g.id != SYSTEM_ID]
            lanes.append(Lane(p.id, state, thread, None if current is None else self._named(current), runnext, ring))
        blocked: dict[str, list[Name]] = {}
        for g, reason in self._blocked.items():
            blocked.setdefault(reason, []).append(self._named(g))
        picture = Picture(
            self._time, self._happened, lanes, [self._name(g) for g in m.globalq if g.id != SYSTEM_ID], blocked
        )
        self._happened = []
        self.show(picture)

    def _name(self, g: G) -> Name:
        return g.id, g.start_name

    def _named(self, id: int) -> Name:
        g = self.machine.allgs.get(id)
        if g is not None:
            self._names[id] = g.start_name
        return id, self._names.get(id, "")

    def _words(self, kind: str, g: int, p: int, details: tuple[int | str | bool, ...]) -> str:
        """One event for people."""
        return _WORDS[kind].format(*details, g=g, p=p)


_WORDS = {
    "go": "G{g} starts G{0} {1}",
    "start": "G{g} begins",
    "run": "P{p} runs G{g} (from {0})",
    "park": "G{g} waits: {0}",
    "ready": "G{g} wakes G{0}",
    "yield": "G{g} yields",
    "preempt": "G{g} is preempted",
    "goexit": "G{g} calls Goexit",
    "end": "G{g} ends",
    "steal": "P{p} steals {1} from P{0}",
    "idle": "P{p} has nothing to run",
    "wake": "P{p} is woken",
    "gomaxprocs": "GOMAXPROCS from {0} to {1}",
    "syscall": "G{g} enters a system call",
    "sysret": "G{g} returns from its system call",
    "send": "G{g} sends to channel {0}",
    "recv": "G{g} receives from channel {0}",
    "close": "G{g} closes channel {0}",
    "select": "G{g} selects case {1} of {0}",
    "lock": "G{g} locks {0}",
    "unlock": "G{g} unlocks {0}",
    "rlock": "G{g} read-locks {0}",
    "runlock": "G{g} read-unlocks {0}",
    "wgadd": "G{g} adds {1} to WaitGroup {0}",
    "signal": "G{g} signals {1}",
    "timer": "timer {0}: {1}",
    "lockthread": "G{g} locked to its thread: {0}",
}
"""The kinds of events that make a picture, in words; {0} and so on are their details."""
