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
    """`ticket`: the count was handed over directly."""

    __slots__ = ("g", "owner", "ticket")

    def __init__(self, g: G, owner: object) -> None:
        self.g = g
        self.owner = owner
        """Keeps the object alive while its identity is a key."""
        self.ticket = False


def acquire(m: Sched, owner: Any, field: str, reason: str, *, lifo: bool = False) -> None:
    """Waits until the counter `field` of `owner` is positive, and decrements it. lifo: queues in front."""
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
        park(m, reason, owner)
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


def notify_wait(m: Sched, owner: Any, reason: str) -> None:
    """Waits for a notification of `owner`."""
    queue = m.sync.queues.setdefault((id(owner), NOTIFY), deque())
    w = SemaWaiter(m.g, owner)
    queue.append(w)
    park(m, reason, owner)


def notify(m: Sched, owner: Any, *, everybody: bool) -> int:
    """Readies the goroutine that has waited longest, or all of them in order of waiting; returns how many."""
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
        ready(m, w.g)
    return n

