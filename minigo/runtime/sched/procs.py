"""GOMAXPROCS and LockOSThread: changing the number of Ps, and tying goroutines to threads.

Follows procresize of Go's runtime/proc.go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.sched import g as gstate
from minigo.runtime.sched import p as pstate
from minigo.runtime.sched.p import P
from minigo.runtime.sched.wake import drop_m, start_p, wakep

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched

MAX_PROCS = 1 << 10


def gomaxprocs(m: Sched, n: int) -> int:
    """Changes the number of Ps to n, if that is positive; returns what it was."""
    old = m.gomaxprocs
    n = min(n, MAX_PROCS)
    if n < 1 or n == old:
        return old
    now = m.settle()
    m.epoch += 1
    if m.bus.on:
        m.emit("gomaxprocs", old, n)
    _stop_the_world(m)
    while len(m.allp) < n:
        m.allp.append(P(len(m.allp)))
    if m.p.id >= n:
        _move_to_first(m)
    m.grant(0)
    for p in m.allp[n:]:
        _destroy(m, p)
    del m.allp[n:]
    m.gomaxprocs = n
    m.review()
    _start_the_world(m, now)
    return old


def _stop_the_world(m: Sched) -> None:
    """Takes the Ps from all goroutines but the current one: they queue globally, as if preempted."""
    for p in list(m.running):
        if p is m.p:
            continue
        g = p.curg
        if g is not None:
            g.status = gstate.RUNNABLE
            g.since = p.clock
            m.globalq.append(g)
            p.curg = None
        thread = p.m
        assert thread is not None
        m.nmspinning -= thread.spinning
        if thread.locked_g is None:
            drop_m(m, thread)
        else:
            thread.p = None
        p.m = None
        p.status = pstate.IDLE
        p.idle_since = p.clock
        m.running.remove(p)
    for p in m.allp:
        if p.status == pstate.SYSCALL:
            p.status = pstate.IDLE
            p.m = None
            p.idle_since = p.clock


def _move_to_first(m: Sched) -> None:
    """The current goroutine's P vanishes: it goes on with P 0."""
    old, first = m.p, m.allp[0]
    g, thread = old.curg, old.m
    assert thread is not None
    m.running.remove(old)
    m.running.append(first)
    first.status = pstate.RUNNING
    first.curg = g
    first.m = thread
    thread.p = first
    first.clock = max(first.clock, old.clock)
    first.idle_ns += first.clock - first.idle_since
    old.curg = None
    old.m = None
    old.status = pstate.IDLE
    m.p = first


def _destroy(m: Sched, p: P) -> None:
    """What p had goes to the global queue's head (queued goroutines, in order) and to the current P (timers)."""
    while p.runq:
        m.globalq.appendleft(p.runq.pop())
    if p.runnext is not None:
        m.globalq.appendleft(p.runnext)
        p.runnext = None
    for entry in sorted(p.timers, key=lambda entry: entry[:2]):
        timer, generation = entry[2], entry[3]
        if timer.heaped and timer.generation == generation:
            m.p.timers.append(entry)
    m.p.timers.sort(key=lambda entry: entry[:2])
    p.timers = []
    m.gfree += p.gfree
    p.gfree = 0
    p.status = pstate.DEAD


def _start_the_world(m: Sched, now: int) -> None:
    """Ps with work get a thread, the others idle, lowest number on top."""
    m.idle = [p for p in reversed(m.allp) if p is not m.p and p.queued == 0]
    for p in m.allp:
        if p is not m.p and p.queued:
            start_p(m, p, now, False)
    for p in m.idle:
        p.clock = max(p.clock, now)
        p.idle_ns += p.clock - p.idle_since
        p.idle_since = p.clock
    wakep(m)


def lock_os_thread(m: Sched) -> None:
    """Ties the current goroutine to its thread; calls nest."""
    g = m.g
    thread = m.p.m
    assert thread is not None
    thread.lock_count += 1
    if g.locked_m is None:
        g.locked_m = thread
        thread.locked_g = g
        m.locked_gs += 1
        m.review()
        if m.bus.on:
            m.emit("lockthread", True)


def unlock_os_thread(m: Sched) -> None:
    """Undoes one lock_os_thread; without one nothing happens."""
    g = m.g
    thread = g.locked_m
    if thread is None:
        return
    thread.lock_count -= 1
    if thread.lock_count == 0:
        thread.locked_g = None
        g.locked_m = None
        m.locked_gs -= 1
        m.review()
        if m.bus.on:
            m.emit("lockthread", False)
