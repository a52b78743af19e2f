"""Making goroutines runnable and idle Ps busy: ready, wakep, startm.

Invariant: an idle P is woken only while no M spins; the spinning M that finds work wakes the next one, so that Ps come
to life one after another as long as there is work (see "Worker thread parking/unparking" in Go's proc.go).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.panics import FatalError
from minigo.runtime.sched import p as pstate
from minigo.runtime.sched.g import RUNNABLE
from minigo.runtime.sched.m import M
from minigo.runtime.sched.p import RING_SIZE, STEP_NS
from minigo.runtime.sched.runq import put_tail

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.p import P
    from minigo.runtime.sched.state import Sched

WAKE_BASE_NS = 2000
WAKE_JITTER_NS = 500
WAKE_JITTERS = 8
"""A thread that is woken runs 2 to 5.5 microseconds later."""


def ready(m: Sched, g: G) -> None:
    """Makes a waiting goroutine runnable: the next one on the P of the goroutine that wakes it."""
    p = m.p
    g.status = RUNNABLE
    g.since_end = m.end
    g.since_budget = m.budget
    if not m.plain:
        m.epoch += 1
        if g.bubble is not None:
            g.bubble.woken(g)
        if m.bus.on:
            m.emit("ready", g.id)
    kicked = p.runnext
    p.runnext = g
    if kicked is not None:
        if len(p.runq) < RING_SIZE:
            p.runq.append(kicked)
        else:
            put_tail(m, p, kicked)
    if m.idle and not m.nmspinning:
        wakep(m)


def ready_from_poller(m: Sched, g: G) -> None:
    """Makes a goroutine runnable that waited for the network: it queues globally, behind everybody who is runnable
    already. Real Go's poller is asked when there is nothing else to run."""
    g.status = RUNNABLE
    m.epoch += 1
    g.since = m.clock()
    if m.bus.on:
        m.emit("ready", g.id)
    m.globalq.append(g)
    if m.idle and not m.nmspinning:
        wakep(m)


def wakep(m: Sched) -> None:
    """Wakes an idle P, if there is one and nobody spins, to look for work."""
    if not m.idle or m.nmspinning:
        return
    now = m.end - m.budget * STEP_NS
    start_p(m, m.idle.pop(), now + WAKE_BASE_NS + m.choose(WAKE_JITTERS, "wake") * WAKE_JITTER_NS, True)


def start_p(m: Sched, p: P, when: int, spinning: bool) -> None:
    """Gives an idle P (taken off the list) a thread at virtual time `when`; `spinning`: to look for work.

    Raises FatalError when the program has too many threads.
    """
    p.status = pstate.RUNNING
    thread = m.idle_ms.pop() if m.idle_ms else take_m(m)
    thread.p = p
    p.m = thread
    if spinning:
        thread.spinning = True
        m.nmspinning += 1
    if when > p.clock:
        p.clock = when
    else:
        when = p.clock
    p.idle_ns += when - p.idle_since
    m.running.append(p)
    m.stats.wakeups += 1
    if m.bus.on:
        m.bus.emit("wake", 0, p.id, when, spinning)
    if m.p is not p:
        m.shorten(when)


def take_m(m: Sched) -> M:
    """A parked thread, or a new one. Raises FatalError when there are too many."""
    if m.idle_ms:
        return m.idle_ms.pop()
    if len(m.ms) >= m.max_threads:
        raise FatalError("thread exhaustion", f"runtime: program exceeds {m.max_threads}-thread limit\n")
    m.last_mid += 1
    thread = M(m.last_mid)
    m.ms.append(thread)
    m.stats.threads += 1
    return thread


def drop_m(m: Sched, thread: M) -> None:
    """The thread parks until somebody needs it."""
    thread.p = None
    thread.spinning = False
    m.idle_ms.append(thread)
    m.stats.threads_parked += 1
