"""G: a goroutine, its states and the reasons it waits for.

Invariants:
- `status` is RUNNABLE for the Gs in one run queue, and for those that run (some P's `curg`; `Sched.status_of` tells
  them apart, so that a switch need not); WAITING for those that are parked; SYSCALL for those in a system call; DEAD
  ones are forgotten or kept for reuse.
- `greenlet` is None until the G runs for the first time and after its end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.sched.p import STEP_NS

if TYPE_CHECKING:
    from greenlet import greenlet

    from minigo.runtime.sched.bubble import Bubble
    from minigo.runtime.sched.chan import Case, Channel
    from minigo.runtime.sched.m import M
    from minigo.runtime.sched.starvation import Spin
    from minigo.runtime.sched.timers import Timer

IDLE, RUNNABLE, RUNNING, SYSCALL, WAITING, DEAD, PREEMPTED = 0, 1, 2, 3, 4, 6, 9

STATUS_NAMES = {
    IDLE: "idle",
    RUNNABLE: "runnable",
    RUNNING: "running",
    SYSCALL: "syscall",
    WAITING: "waiting",
    DEAD: "dead",
    PREEMPTED: "preempted",
}

WAIT_RECEIVE = "chan receive"
WAIT_SEND = "chan send"
WAIT_RECEIVE_NIL = "chan receive (nil chan)"
WAIT_SEND_NIL = "chan send (nil chan)"
WAIT_SELECT = "select"
WAIT_SELECT_NO_CASES = "select (no cases)"
WAIT_SLEEP = "sleep"
WAIT_MUTEX = "sync.Mutex.Lock"
WAIT_RWMUTEX_LOCK = "sync.RWMutex.Lock"
WAIT_RWMUTEX_RLOCK = "sync.RWMutex.RLock"
WAIT_WAITGROUP = "sync.WaitGroup.Wait"
WAIT_COND = "sync.Cond.Wait"
WAIT_SEMACQUIRE = "semacquire"
WAIT_IO = "IO wait"


Site = tuple[str, Any]
"""A go statement: the name of the function that it is in, and its position."""
NO_SITE: Site = ("", None)

SYSTEM_ID = 0
"""Id of the goroutines that stand for those of Go's runtime itself."""


class G:
    """A goroutine. Times are virtual nanoseconds."""

    __slots__ = (
        "args",
        "asked",
        "bubble",
        "cases",
        "creator_id",
        "fn",
        "g",
        "greenlet",
        "id",
        "label",
        "locked_m",
        "param",
        "since_budget",
        "since_end",
        "site",
        "spin",
        "start_name",
        "status",
        "thread",
        "timer",
        "wait_object",
        "wait_reason",
    )

    def __init__(self, id: int) -> None:
        self.id = id
        self.status = IDLE
        self.fn: Callable[..., Any] | None = None
        self.args: tuple[Any, ...] = ()
        self.greenlet: greenlet | None = None
        self.start_name = ""
        """Name of the start function, as stack traces print it."""
        self.creator_id = 0
        self.site = NO_SITE
        """The go statement that made this goroutine."""
        self.wait_reason = ""
        self.wait_object: Any = None
        """What it waits for while WAITING: a Channel, `cases` (select), the sync object, or None. Afterwards: what it
        waited for last."""
        self.since_end = 0
        self.since_budget = 0
        """`Sched.end` and `Sched.budget` when it began to wait, or was made runnable: see `since`."""
        self.bubble: Bubble | None = None
        self.label: Any = None
        """What natives mark it with; the goroutines that it starts inherit it."""
        self.param: Any = None
        """What the waker left for a parked goroutine; while it waits to send, what it sends."""
        self.g: None = None
        """In the queue of a channel it stands for itself, not for a select (see chan.Case)."""
        self.cases: tuple[Case, ...] = ()
        """What it queues with in a select, once it has waited in one."""
        self.asked: tuple[Channel, ...] | str = ""
        """What `cases` is for: the channels, if all cases receive and nothing about the channels is special, or else
        the kinds of the cases."""
        self.thread: Any = None
        """What `Sched.order` knows of it."""
        self.timer: Timer | None = None
        """What wakes it from Sleep, once it has slept."""
        self.locked_m: M | None = None
        self.spin: Spin | None = None
        """Where it spins, if it came by a loop's Tick that changes nothing."""

    @property
    def creator_name(self) -> str:
        """Name of the function whose go statement made this goroutine; empty for the main goroutine."""
        return self.site[0]

    @property
    def go_pos(self) -> Any:
        """Position of the go statement: whatever the engine passed, for its own reports."""
        return self.site[1]

    @property
    def since(self) -> int:
        """When it began to wait, or was made runnable, whatever came last."""
        return self.since_end - self.since_budget * STEP_NS

    @since.setter
    def since(self, now: int) -> None:
        self.since_end = now
        self.since_budget = 0

    def __repr__(self) -> str:
        reason = f" [{self.wait_reason}]" if self.status == WAITING else ""
        return f"<G{self.id} {STATUS_NAMES[self.status]}{reason}>"

    def describe(self, status: int) -> str:
        """What Go's stack dumps print between the brackets: the wait reason, or the status."""
        if status != WAITING:
            return STATUS_NAMES[status]
        durable = self.bubble is not None and self.id in self.bubble.durable
        return f"{self.wait_reason} (durable)" if durable else self.wait_reason


TIMED = frozenset((WAIT_SLEEP, WAIT_IO))
"""Who waits so is not blocked: it is woken by the clock, or by the world."""


def case_kinds(g: G) -> str:
    """The kinds of the cases that a goroutine waits with in a select, as `select` got them."""
    return g.asked if isinstance(g.asked, str) else "r" * len(g.asked)


def waited_for(g: G) -> tuple[Any, ...]:
    """The objects by which others can wake a goroutine; none for what blocks for ever by itself."""
    thing = g.wait_object
    if thing is None or g.status != WAITING:
        return ()
    if g.wait_reason == WAIT_SELECT:
        return tuple([w.channel for w in thing if w.channel is not None])
    return (thing,)
