"""System calls: the goroutine and its thread stay in the call, and the P is free to be taken.

A call lasts a given virtual time; its effect on the host happens at its end. So the order of events depends on nothing
but the program, even when the host is slow.
Invariant: `syscalls` is a heap by (when, sequence).
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.record import field, record
from minigo.runtime.sched import g as gstate
from minigo.runtime.sched import p as pstate
from minigo.runtime.sched.wake import start_p

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.m import M
    from minigo.runtime.sched.p import P
    from minigo.runtime.sched.state import Sched


@record(slots=True, order=True)
class PendingCall:
    """`g` and `thread` are in a call that ends at virtual time `when` by running `call`; `p` is the P they had."""

    when: int
    sequence: int
    g: G = field(compare=False)
    thread: M = field(compare=False)
    p: P = field(compare=False)
    call: Callable[[], Any] = field(compare=False)


def enter(m: Sched, call: Callable[[], Any], duration: int) -> None:
    """The current goroutine enters a system call of `duration` ns. The caller must give up the processor."""
    p, g = m.p, m.g
    now = m.settle()
    thread = p.m
    assert thread is not None
    if m.bus.on:
        m.emit("syscall")
    g.status = gstate.SYSCALL
    g.since = now
    p.status = pstate.SYSCALL
    p.curg = None
    p.syscalltick += 1
    m.running.remove(p)
    m.syscall_seq += 1
    m.epoch += 1
    heapq.heappush(m.syscalls, PendingCall(now + duration, m.syscall_seq, g, thread, p, call))


def hand_off(m: Sched, p: P, now: int) -> None:
    """Takes p from the system call its thread is in: it goes on with another thread if there is work, or else idles."""
    p.m = None
    p.status = pstate.IDLE
    p.clock = max(p.clock, now)
    p.idle_since = p.clock
    m.stats.handoffs += 1
    if p.runq or p.runnext is not None or m.globalq:
        start_p(m, p, now, False)
    else:
        m.idle.append(p)


def finish_first(m: Sched) -> None:
    """The call that ends first returns: to its old P if that is still free, else to any idle P, else to the global
    queue. Its result, or what it raised, is left in `param` as (value, error)."""
    pending = heapq.heappop(m.syscalls)
    g, thread, p = pending.g, pending.thread, pending.p
    m.epoch += 1
    try:
        g.param = (pending.call(), None)
    except Exception as error:
        g.param = (None, error)
    if p.status == pstate.SYSCALL and p.m is thread:
        p.status = pstate.RUNNING
        p.clock = max(p.clock, pending.when)
        _resume(m, g, thread, p)
    elif m.idle:
        p = m.idle.pop()
        p.status = pstate.RUNNING
        p.clock = max(p.clock, pending.when)
        p.idle_ns += p.clock - p.idle_since
        _resume(m, g, thread, p)
    else:
        g.status = gstate.RUNNABLE
        g.since = pending.when
        m.globalq.append(g)
        if g.locked_m is None:
            thread.p = None
            m.idle_ms.append(thread)
    if m.bus.on:
        m.bus.emit("sysret", g.id, p.id, pending.when)


def _resume(m: Sched, g: G, thread: M, p: P) -> None:
    thread.p = p
    p.m = thread
    p.curg = g
    if p.preempt:
        p.preempt = False
        m.review()
    p.syscalltick += 1
    g.status = gstate.RUNNABLE
    m.running.append(p)
