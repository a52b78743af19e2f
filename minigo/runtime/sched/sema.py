"""Semaphores that goroutines sleep on, and the ticket lists of condition variables.

A semaphore is a counter in a field of the Go program's own object; who waits for it is kept here, by the object's
identity, and only while somebody waits. So copying a Mutex copies its state but not its waiters, as in Go.
Follows semacquire1 and semrelease1 of Go's runtime/sema.go: a release does not hand over the count unless asked
to, and a goroutine that comes by before the woken one runs may take it.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from minigo.runtime.sched.switch import goyield, park
from minigo.runtime.sched.wake import ready

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched

NOTIFY = "notify"


class SemaWaiter:
    """`ticket`: the count was handed over directly, or (notify lists) the notification has come. `owner` keeps the
    object alive while its identity is a key."""

    __slots__ = ("g", "owner", "parked", "ticket")

    def __init__(self, g: G, owner: object) -> None:
        self.g = g
        self.owner = owner
        self.ticket = False
        self.parked = False


def acquire(m: Sched, owner: Any, field: str, reason: str, *, lifo: bool = False, shown: object = None) -> None:
    """Waits until the counter `field` of `owner` is positive, and decrements it. lifo: queues in front. shown: what
    reports say it waits for, if not the owner."""
    count = getattr(owner, field)
    if count > 0:
        setattr(owner, field, count - 1)
        return
    key = (id(owner), field)
    queues = m.sync.queues
    w = SemaWaiter(m.g, owner)
    while True:
        queue = queues.get(key)
        if queue is None:
            queue = queues[key] = deque()
        if lifo:
            queue.appendleft(w)
        else:
            queue.append(w)
        park(m, reason, owner if shown is None else shown)
        if w.ticket:
            return
        count = getattr(owner, field)
        if count > 0:
            setattr(owner, field, count - 1)
            return


def release(m: Sched, owner: Any, field: str, *, handoff: bool = False) -> None:
    """Increments the counter and readies the first waiter. handoff: gives it the count and the processor."""
    m.epoch += 1
    key = (id(owner), field)
    queue = m.sync.queues.get(key)
    if not queue:
        setattr(owner, field, getattr(owner, field) + 1)
        return
    w = queue.popleft()
    if not queue:
        del m.sync.queues[key]
    if handoff:
        w.ticket = True
    else:
        setattr(owner, field, getattr(owner, field) + 1)
    ready(m, w.g)
    if w.ticket:
        goyield(m)


def waiters(m: Sched, owner: object, field: str) -> list[G]:
    """Who waits for it, first come first."""
    return [w.g for w in m.sync.queues.get((id(owner), field), ())]


# ---------------------------------------------------------------- notify lists


def notify_join(m: Sched, owner: Any) -> None:
    """The current goroutine queues for a notification of `owner`, for which notify_wait will wait."""
    w = SemaWaiter(m.g, owner)
    m.sync.queues.setdefault((id(owner), NOTIFY), deque()).append(w)
    m.sync.joined[m.g.id] = w


def notify_wait(m: Sched, owner: Any, reason: str) -> None:
    """Waits for the notification that the goroutine has queued for."""
    w = m.sync.joined.pop(m.g.id)
    if not w.ticket:
        w.parked = True
        park(m, reason, owner)


def notify(m: Sched, owner: Any, *, everybody: bool) -> int:
    """Notifies the goroutine that queued first, or all of them in order; returns how many."""
    m.epoch += 1
    key = (id(owner), NOTIFY)
    queue = m.sync.queues.get(key)
    if not queue:
        return 0
    n = len(queue) if everybody else 1
    woken = [queue.popleft() for _ in range(n)]
    if not queue:
        del m.sync.queues[key]
    for w in woken:
        w.ticket = True
        if w.parked:
            ready(m, w.g)
    return n
