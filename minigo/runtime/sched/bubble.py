"""Bubbles: groups of goroutines with a clock of their own, behind testing/synctest.

A goroutine that is started in a bubble belongs to it, as do channels and timers that are made in it. A goroutine is
durably blocked when only another one of its bubble can wake it, or the bubble's clock. The clock stands still until all
goroutines of the bubble are durably blocked; then the root, the goroutine that made the bubble, runs: it wakes the one
that is in Wait, or moves the clock to the next timer, or finds the bubble deadlocked. Follows Go's runtime/synctest.go.

Invariants: `total` counts the goroutines of the bubble without the root, `active` those of them that are not durably
blocked. Times are ns of the bubble's clock, which begins at 0.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.panics import plain_error
from minigo.runtime.sched import g as gstate
from minigo.runtime.sched.chan import Channel
from minigo.runtime.sched.switch import go, park
from minigo.runtime.sched.timers import TimerEntry, fire_next, next_in
from minigo.runtime.sched.wake import ready

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched

WAIT_RUN = "synctest.Run"
WAIT_WAIT = "synctest.Wait"
BEGINNING = 946684800 * 1_000_000_000
"""What a bubble's clock shows at first, as ns since 1970: 2000-01-01 00:00:00 UTC."""

_ALWAYS_DURABLE = frozenset(
    (
        *(gstate.WAIT_SLEEP, gstate.WAIT_COND, gstate.WAIT_RECEIVE_NIL, gstate.WAIT_SEND_NIL),
        *(gstate.WAIT_SELECT_NO_CASES, WAIT_WAIT),
    )
)


class Bubble:
    """`waiter` is the goroutine that is in Wait, `groups` the WaitGroups that were first used in the bubble."""

    __slots__ = ("active", "durable", "groups", "id", "main", "now", "root", "timers", "total", "waiter")

    def __init__(self, id: int, root: G) -> None:
        self.id = id
        self.root = root
        self.main: G | None = None
        self.now = 0
        self.timers: list[TimerEntry] = []
        self.total = 0
        self.active = 0
        self.durable: set[int] = set()
        """The goroutines that wait, and that only the bubble can wake, by id."""
        self.waiter: G | None = None
        self.groups: dict[int, Any] = {}

    # ------------------------------------------------------------ called by the scheduler

    def joined(self) -> None:
        """A goroutine was started in the bubble."""
        self.total += 1
        self.active += 1

    def parked(self, m: Sched, g: G) -> None:
        """A goroutine of the bubble is about to wait."""
        if g is not self.root and self._durable(g):
            self.durable.add(g.id)
            self._less(m)

    def woken(self, g: G) -> None:
        """A goroutine of the bubble was made runnable."""
        if g.id in self.durable:
            self.durable.remove(g.id)
            self.active += 1

    def ended(self, m: Sched, g: G) -> None:
        """A goroutine of the bubble has ended."""
        if g is self.main:
            self.main = None
        self.total -= 1
        self._less(m)

    def _less(self, m: Sched) -> None:
        self.active -= 1
        if self.active == 0 and self.root.status == gstate.WAITING and self.root.wait_reason == WAIT_RUN:
            ready(m, self.root)

    def _durable(self, g: G) -> bool:
        reason, thing = g.wait_reason, g.wait_object
        if reason in _ALWAYS_DURABLE:
            return True
        if isinstance(thing, Channel):
            return thing.bubble is self
        if reason == gstate.WAIT_SELECT:
            return all(channel.bubble is self for channel in gstate.waited_for(g))
        return reason == gstate.WAIT_WAITGROUP and id(thing) in self.groups


def run(m: Sched, fn: Callable[[], Any], creator_name: str, pos: Any = None) -> None:
    """Runs `fn` as the main goroutine of a new bubble until all goroutines of the bubble have ended. Panics when they
    never will."""
    g = m.g
    if g.bubble is not None:
        raise plain_error("synctest.Run called from within a synctest bubble")
    m.last_bubble += 1
    m.review()
    bubble = g.bubble = Bubble(m.last_bubble, g)
    try:
        bubble.main = go(m, fn, (), (creator_name, pos))
        while True:
            if bubble.active:
                park(m, WAIT_RUN)
            if bubble.waiter is not None:
                waiter, bubble.waiter = bubble.waiter, None
                ready(m, waiter)
            elif not bubble.total:
                return
            elif bubble.main is None or (when := next_in(bubble.timers)) is None:
                break
            else:
                bubble.now = when
                while (due := next_in(bubble.timers)) is not None and due <= when:
                    fire_next(m, bubble.timers, when)
    finally:
        g.bubble = None
    exited = bubble.main is None
    m.dead_bubble = bubble
    raise plain_error(
        "deadlock: main bubble goroutine has exited but blocked goroutines remain"
        if exited
        else "deadlock: all goroutines in bubble are blocked"
    )


def wait(m: Sched) -> None:
    """Waits until all other goroutines of the bubble are durably blocked."""
    bubble = m.g.bubble
    if bubble is None:
        raise plain_error("goroutine is not in a bubble")
    if bubble.waiter is not None:
        raise plain_error("wait already in progress")
    bubble.waiter = m.g
    park(m, WAIT_WAIT)
