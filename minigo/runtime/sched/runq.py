"""Run queues: `runnext`, the local ring of each P, the global queue, and work stealing.

Follows runqput, runqputslow, globrunqget and runqgrab of Go's runtime/proc.go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.sched.p import RING_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.p import P
    from minigo.runtime.sched.state import Sched

RUNNEXT_GRACE_NS = 3000
"""How long a running P keeps its runnext from thieves: it is about to run it itself."""
MAX_BATCH = RING_SIZE // 2


def put_next(m: Sched, p: P, g: G) -> None:
    """Makes g the next goroutine of p; the one that was it goes to the tail of the ring."""
    kicked = p.runnext
    p.runnext = g
    if kicked is not None:
        put_tail(m, p, kicked)


def put_tail(m: Sched, p: P, g: G) -> None:
    """Queues g last on p's ring. Of a full ring half moves to the global queue, g behind it."""
    runq = p.runq
    if len(runq) >= RING_SIZE:
        m.stats.overflows += 1
        for _ in range(RING_SIZE // 2):
            m.globalq.append(runq.popleft())
        m.globalq.append(g)
    else:
        runq.append(g)


def get_global_batch(m: Sched, p: P) -> G:
    """Takes p's fair share of the (non-empty) global queue: returns the first, the others go to p's (empty) ring."""
    queue = m.globalq
    n = min(len(queue), len(queue) // m.gomaxprocs + 1, MAX_BATCH)
    g = queue.popleft()
    for _ in range(n - 1):
        p.runq.append(queue.popleft())
    return g


def steal_order(m: Sched, victims: Iterable[P]) -> list[P]:
    """The victims in a random order."""
    left = list(victims)
    order = []
    while len(left) > 1:
        order.append(left.pop(m.choose(len(left), "steal")))
    return order + left


def steal_half(m: Sched, thief: P, victim: P) -> G:
    """Moves the older half of the victim's (non-empty) ring; the youngest of it is returned to be run."""
    runq = victim.runq
    n = len(runq) - len(runq) // 2
    g = runq.popleft()
    for _ in range(n - 1):
        thief.runq.append(g)
        g = runq.popleft()
    count_steal(m, victim, n)
    return g


def count_steal(m: Sched, victim: P, n: int) -> None:
    m.stats.steals += 1
    m.stats.stolen += n
    if m.bus.on:
        m.bus.emit("steal", 0, m.p.id, m.clock(), victim.id, n)
