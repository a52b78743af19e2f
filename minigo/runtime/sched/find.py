"""findRunnable and execute: the goroutine that a P runs next, and what becomes of a P that finds none.

The order is Go's: due timers; the global queue every 61st round; runnext; the local ring; a batch from the
global queue; stealing. A goroutine of the system (see Settings.system_goroutines) takes its turn and does nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.sched import p as pstate
from minigo.runtime.sched import runq, timers
from minigo.runtime.sched.g import SYSTEM_ID
from minigo.runtime.sched.p import STEP_NS
from minigo.runtime.sched.runq import RUNNEXT_GRACE_NS
from minigo.runtime.sched.state import FAIRNESS_TICK
from minigo.runtime.sched.wake import drop_m, take_m, wakep

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.p import P
    from minigo.runtime.sched.state import Sched


_NEVER = 1 << 63


def run_next(m: Sched, p: P) -> G | None:
    """Finds the goroutine that p (the current P, which has none) is to run, and lets it be the current one. None when
    there is none: then `look_again` says whether p keeps spinning because a runnext may be there for the taking soon.

    A goroutine that is not taken from runnext begins a new time slice.
    """
    while True:
        if p.timers and p.timers[0][0] <= (now := m.end - m.budget * STEP_NS):
            timers.run_due(m, p, now)
        queue = m.globalq
        if queue and p.schedtick % FAIRNESS_TICK == 0:
            m.stats.global_polls += 1
            g: G | None = queue.popleft()
            m.source = "global"
            p.schedtick += 1
        elif p.runnext is not None:
            g = p.runnext
            p.runnext = None
            m.source = "runnext"
        else:
            if p.runq:
                g = p.runq.popleft()
                m.source = "local"
            elif queue:
                g = runq.get_global_batch(m, p)
                m.source = "global"
            else:
                m.look_again = False
                g = _steal(m, p) if m.gomaxprocs > 1 else None
                if g is None:
                    return None
            p.schedtick += 1
        assert g is not None
        if g.id != SYSTEM_ID:
            break
        m.system -= 1
        m.review()
    if m.nmspinning:
        thread = p.m
        if thread is not None and thread.spinning:
            # It found work and stops spinning, and lets another one look.
            thread.spinning = False
            m.nmspinning -= 1
            if m.idle and not m.nmspinning:
                wakep(m)
    if not m.plain:
        execute(m, p, g)
        return g
    m.g = p.curg = g
    m.switches += 1
    return g


def _steal(m: Sched, p: P) -> G | None:
    """Looks at the other Ps in random order: their rings first; in the last round their due timers and runnext too.

    At most half as many Ms spin as Ps are busy. May push p's clock forward to when a runnext may be taken; then p
    stays `running` without a goroutine and will look again.
    """
    thread = p.m
    assert thread is not None
    if not thread.spinning:
        if 2 * m.nmspinning >= m.gomaxprocs - len(m.idle):
            return None
        thread.spinning = True
        m.nmspinning += 1
    m.source = "steal"
    # Tuples, because nearly always there is nobody, or one.
    rings: tuple[P, ...] = ()
    last: tuple[P, ...] = ()
    for q in m.allp:
        if q.runq:
            rings += (q,)
        elif q.runnext is not None or (
            m.timed and q.timers and q is not p and (timers.next_when(q) or _NEVER) <= m.clock()
        ):
            last += (q,)
    if rings:
        return runq.steal_half(m, p, runq.steal_order(m, rings)[0] if len(rings) > 1 else rings[0])
    if not last:
        return None
    now = m.settle()
    wait = 0
    for victim in last if len(last) < 2 else runq.steal_order(m, last):
        if victim.timers and timers.run_due(m, victim, now):
            g = p.runnext
            if g is not None:
                p.runnext = None
                return g
        g = victim.runnext
        if g is not None:
            until = g.since + RUNNEXT_GRACE_NS
            if now >= until or victim.curg is None or victim.status != pstate.RUNNING:
                victim.runnext = None
                runq.count_steal(m, victim, 1)
                return g
            if until < wait or not wait:
                wait = until
    if wait:
        p.clock = wait
        m.grant(0)
        m.look_again = True
    return None


def release(m: Sched, p: P) -> None:
    """p found nothing to run: it becomes idle and its thread parks."""
    thread = p.m
    assert thread is not None
    if thread.spinning:
        m.nmspinning -= 1
    if thread.locked_g is None:
        thread.p = None
        thread.spinning = False
        m.idle_ms.append(thread)
        m.stats.threads_parked += 1
    else:
        # It waits for its goroutine, and is at nobody else's service.
        thread.p = None
        thread.spinning = False
    p.m = None
    p.status = pstate.IDLE
    p.idle_since = p.clock
    m.running.remove(p)
    m.idle.append(p)
    if m.bus.on:
        m.bus.emit("idle", 0, p.id, p.clock)


def execute(m: Sched, p: P, g: G) -> None:
    """p, the current P, runs g from now on."""
    m.g = p.curg = g
    m.switches += 1
    if p.preempt:
        p.preempt = False
        m.review()
    if m.locked_gs:
        _change_thread(m, p, g)
    if m.bus.on:
        m.emit("run", m.source)


def _change_thread(m: Sched, p: P, g: G) -> None:
    """Locked goroutines run on their own thread, and others never do."""
    thread = p.m
    assert thread is not None
    if g.locked_m is thread or (g.locked_m is None and thread.locked_g is None):
        return
    if thread.locked_g is None:
        drop_m(m, thread)
    else:
        thread.p = None
    if g.locked_m is not None:
        thread = g.locked_m
        m.stats.handoffs += 1
    else:
        thread = take_m(m)
    thread.p = p
    thread.spinning = False
    p.m = thread
