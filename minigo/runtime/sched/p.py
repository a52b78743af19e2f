"""P: a processor, the right to run Go code, with its queue of runnable goroutines.

Invariants:
- `len(runq) <= RING_SIZE`; a G is in at most one place: some `runnext`, some `runq`, or the global queue.
- `clock` is what this P has consumed of virtual time, in nanoseconds, without the part of the current budget that is
  not settled yet; it never runs backwards.
- `timers` is a heap of (when, sequence, Timer, generation); entries whose generation is outdated are dropped when they
  come to the top.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.m import M
    from minigo.runtime.sched.timers import TimerEntry

IDLE, RUNNING, SYSCALL, GCSTOP, DEAD = 0, 1, 2, 3, 4

STEP_NS = 100
"""Virtual nanoseconds of one Tick."""
RING_SIZE = 256
FREE_LIMIT = 64
"""Dead goroutines that a P keeps for reuse before half of them move to the global list."""


class P:
    __slots__ = (
        "clock",
        "curg",
        "gfree",
        "id",
        "idle_ns",
        "idle_since",
        "m",
        "preempt",
        "runnext",
        "runq",
        "schedtick",
        "status",
        "syscalltick",
        "sysmon_syscalltick",
        "sysmon_tick",
        "sysmon_when",
        "timers",
    )

    def __init__(self, id: int) -> None:
        self.id = id
        self.status = IDLE
        self.m: M | None = None
        self.curg: G | None = None
        self.runnext: G | None = None
        self.runq: deque[G] = deque()
        self.gfree = 0
        """Dead goroutines kept for reuse."""
        self.timers: list[TimerEntry] = []
        self.clock = 0
        self.schedtick = 0
        """Incremented by each scheduling round that begins a new time slice."""
        self.syscalltick = 0
        self.preempt = False
        """sysmon wants the current goroutine to give way at its next safe point."""
        # What sysmon saw last, and when.
        self.sysmon_tick = -1
        self.sysmon_syscalltick = -1
        self.sysmon_when = 0
        self.idle_ns = 0
        self.idle_since = 0

    def __repr__(self) -> str:
        return f"<P{self.id}>"

    @property
    def busy_ns(self) -> int:
        """Virtual time that it did not spend idle."""
        return self.clock - self.idle_ns

    @property
    def queued(self) -> int:
        """Runnable goroutines that wait for this P."""
        return len(self.runq) + (self.runnext is not None)
