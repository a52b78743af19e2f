"""Giving up the processor: park, Gosched, the end of a goroutine; and the greenlets that goroutines run on.

The scheduler runs in the greenlet of the goroutine that gives up and switches straight to the next one. A goroutine
that ends lends its greenlet to the next one that has not run yet. The hub, the greenlet that started the run, gets
control when a new greenlet is to begin (`beginner` says for whom) and when the run is over: a greenlet begins on top of
the stack of the one that starts it, so that goroutines that began inside each other would pile up.

Invariants: a greenlet in `pool` is suspended in `_runner` without a goroutine; `closing` is set before greenlets are
unwound, and from then on nobody gets scheduled.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from greenlet import GreenletExit, greenlet

from minigo.runtime.panics import Goexit, LimitExceeded
from minigo.runtime.sched import p as pstate
from minigo.runtime.sched import syscalls, timers
from minigo.runtime.sched.dispatch import dispatch, stop
from minigo.runtime.sched.find import execute, release, run_next
from minigo.runtime.sched.g import DEAD, NO_SITE, RUNNABLE, SYSTEM_ID, WAITING, G, Site
from minigo.runtime.sched.p import STEP_NS
from minigo.runtime.sched.runq import put_next, put_tail
from minigo.runtime.sched.state import FAIRNESS_TICK
from minigo.runtime.sched.wake import take_m, wakep

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched

POOL_LIMIT = 256
"""Greenlets without a goroutine that are kept for reuse."""

# ---------------------------------------------------------------- choosing and switching


def schedule(m: Sched) -> G:
    """The current P has no goroutine any more: finds the goroutine that the simulation goes on with, on whatever P.
    Callers have paid for the change, and begin a new epoch."""
    if m.closing:
        raise GreenletExit
    p = m.p
    g = run_next(m, p)
    if g is None:
        if not m.look_again:
            m.settle()
            release(m, p)
        return dispatch(m)
    if m.budget < 0 and m.gomaxprocs > 1:
        return dispatch(m)
    return g


def resume(m: Sched, g: G) -> None:
    """Lets g run, which `schedule` has chosen; returns when the current goroutine is chosen again."""
    target = g.greenlet
    if target is None:
        if not m.pool:
            m.beginner = g
            m.hub.switch()  # type: ignore[union-attr]
            return
        target = g.greenlet = m.pool.pop()
    target.switch()


def reschedule(m: Sched, current: G) -> None:
    """Gives up the P, which has no `curg` any more; returns when `current` runs again."""
    m.budget -= m.switch_steps
    g = schedule(m)
    if m.spun and g.spin is None:
        m.epoch += 1
    if g is not current:
        resume(m, g)


# ---------------------------------------------------------------- the life of a goroutine


def new_goroutine(m: Sched, fn: Callable[..., Any], args: tuple[Any, ...]) -> G:
    """A goroutine that no queue holds yet. Ends the run when there are too many."""
    limit = m.settings.max_goroutines
    if limit is not None and len(m.allgs) >= limit:
        stop(m, LimitExceeded("max-goroutines", limit))
    m.last_gid += 1
    g = G(m.last_gid)
    g.fn = fn
    g.args = args
    g.start_name = m.hooks.function_name(fn)
    g.status = RUNNABLE
    m.allgs[g.id] = g
    stats = m.stats
    stats.goroutines += 1
    live = len(m.allgs)
    if live > stats.goroutines_peak:
        stats.goroutines_peak = live
    _reuse(m)
    return g


def _reuse(m: Sched) -> None:
    """A new goroutine takes the place of a dead one of this P, or of the global list (32 at a time)."""
    p = m.p
    if not p.gfree and m.gfree:
        p.gfree = min(m.gfree, pstate.FREE_LIMIT // 2)
        m.gfree -= p.gfree
    if p.gfree:
        p.gfree -= 1
        m.stats.goroutines_reused += 1


def go(m: Sched, fn: Callable[..., Any], args: tuple[Any, ...], site: Site = NO_SITE) -> G:
    """The go statement at `site`: a new goroutine becomes the next one of this P."""
    parent = m.g
    g = new_goroutine(m, fn, args)
    g.site = site
    if parent is not None:
        g.creator_id = parent.id
        g.label = parent.label
        g.bubble = parent.bubble
        if g.bubble is not None:
            g.bubble.joined()
    m.epoch += 1
    m.budget -= m.go_steps
    p = m.p
    g.since_end = m.end
    g.since_budget = m.budget
    if m.order is not None:
        m.order.begun(g)
    if m.bus.on:
        m.emit("go", g.id, g.start_name, m.hooks.position(site[1]))
    put_next(m, p, g)
    if m.idle and not m.nmspinning:
        wakep(m)
    return g


def _runner(m: Sched) -> None:
    """The body of a greenlet: runs the machine's current goroutine, which has just been scheduled for the first time,
    and then one after another."""
    me = greenlet.getcurrent()
    while True:
        g = m.g
        try:
            if m.bus.on:
                m.emit("start", g.start_name)
            _call(g.fn, g.args)
        except Goexit:
            if g is m.main:
                m.main = None
        except GreenletExit:
            raise
        except BaseException as error:
            stop(m, error)
        else:
            if g is m.main:
                stop(m, None)
        following = _finish(m, g)
        if following.greenlet is None:
            following.greenlet = me
        elif len(m.pool) < POOL_LIMIT:
            m.pool.append(me)
            following.greenlet.switch()
        else:
            m.beginner = following
            return


def _call(fn: Callable[..., Any] | None, args: tuple[Any, ...]) -> None:
    """fn(*args), which would be a call through C: without one, Go calls take no C stack."""
    assert fn is not None
    match len(args):
        case 0:
            fn()
        case 1:
            fn(args[0])
        case 2:
            fn(args[0], args[1])
        case 3:
            fn(args[0], args[1], args[2])
        case _:
            fn(*args)


def _finish(m: Sched, g: G) -> G:
    """The current goroutine has ended: buries it and returns the one that goes on."""
    p = m.p
    if m.bus.on:
        m.emit("end")
    if m.order is not None:
        m.order.ended(g)
    g.status = DEAD
    g.greenlet = None
    g.fn = None
    g.args = ()
    g.cases = ()
    g.timer = None
    del m.allgs[g.id]
    m.epoch += 1
    p.curg = None
    p.gfree += 1
    if p.gfree >= pstate.FREE_LIMIT:
        m.gfree += p.gfree - pstate.FREE_LIMIT // 2
        p.gfree = pstate.FREE_LIMIT // 2
    if g.locked_m is not None:
        _end_thread(m, g)
    if g.bubble is not None:
        g.bubble.ended(m, g)
    m.budget -= m.switch_steps
    return schedule(m)


def _end_thread(m: Sched, g: G) -> None:
    """A goroutine that ends while locked takes its thread with it."""
    thread = g.locked_m
    assert thread is not None
    thread.locked_g = None
    g.locked_m = None
    m.locked_gs -= 1
    m.review()
    p = m.p
    m.ms.remove(thread)
    p.m = take_m(m)
    p.m.p = p


# ---------------------------------------------------------------- giving up


def park(m: Sched, reason: str, wait_object: Any = None) -> Any:
    """The current goroutine waits until somebody readies it; returns what that left in `param`."""
    g = m.g
    p = m.p
    g.status = WAITING
    g.wait_reason = reason
    g.wait_object = wait_object
    g.since_end = m.end
    budget = g.since_budget = m.budget
    budget -= m.switch_steps
    if m.plain:
        # What schedule and run_next do, when nothing else is to be done. (The thread does not spin: the P had work.)
        m.budget = budget
        if m.timed and p.timers and p.timers[0][0] <= (now := m.end - budget * STEP_NS):
            timers.run_due(m, p, now)
            budget = m.budget
        following = p.runnext
        if m.globalq and p.schedtick % FAIRNESS_TICK == 0:
            following = None
        elif following is not None:
            p.runnext = None
        elif p.runq:
            following = p.runq.popleft()
            p.schedtick += 1
    else:
        following = None
        if g.bubble is not None:
            g.bubble.parked(m, g)
        if m.bus.on:
            m.emit("park", reason, m.object_id(wait_object) if wait_object is not None else 0)
        m.budget -= m.switch_steps
    if following is not None:
        m.g = p.curg = following
        m.switches += 1
        if budget < 0 and m.gomaxprocs > 1:
            following = dispatch(m)
    else:
        g.spin = None
        m.epoch += 1
        p.curg = None
        following = schedule(m)
    target = following.greenlet
    if target is None:
        resume(m, following)
    elif following is not g:
        target.switch()
    param = g.param
    g.param = None
    return param


def gosched(m: Sched) -> None:
    """runtime.Gosched: to the tail of the global queue."""
    if m.bus.on:
        m.emit("yield")
    g = m.g
    if g.spin is not None:
        g.spin.yielded = True
    give_way(m, g)
    reschedule(m, g)
    if g.spin is not None:
        # It may yield in a loop without effect: the next tick must be seen.
        m.settle()
        m.grant(0)


def give_way(m: Sched, g: G) -> None:
    """Moves the running goroutine to the tail of the global queue; wakes an idle P, which may fetch it from there."""
    p = m.p
    g.status = RUNNABLE
    g.since_end = m.end
    g.since_budget = m.budget
    p.curg = None
    m.globalq.append(g)
    if m.idle and not m.nmspinning:
        wakep(m)


def goyield(m: Sched) -> None:
    """Yields to the others of this P only: to the tail of the local ring."""
    g = m.g
    p = m.p
    g.status = RUNNABLE
    g.since = m.clock()
    g.spin = None
    p.curg = None
    put_tail(m, p, g)
    reschedule(m, g)


def system_call(m: Sched, call: Callable[[], Any], duration: int) -> Any:
    """Runs `call` as a system call of `duration` virtual ns. Raises what `call` raises (an Exception)."""
    g = m.g
    g.spin = None
    syscalls.enter(m, call, duration)
    if m.closing:
        raise GreenletExit
    following = dispatch(m)
    if following is not g:
        resume(m, following)
    value, error = g.param
    g.param = None
    if error is not None:
        raise error
    return value


def goexit() -> None:
    """runtime.Goexit: unwinds the goroutine, deferred calls run; `_runner` buries it."""
    raise Goexit


# ---------------------------------------------------------------- the whole run


def run(m: Sched, entry: Callable[[], Any]) -> None:
    """Runs `entry` as the main goroutine until the program ends. Raises what the run ended with: a GoPanic nobody
    recovered, FatalError, ProgramExit, Starvation, LimitExceeded. The goroutines' frames live on until `close`."""
    if m.hub is not None or m.closing:
        raise AssertionError("a machine runs one program")
    m.hub = greenlet.getcurrent()
    if m.hooks.host_clock is not None:
        m.host_start = m.hooks.host_clock()
        if m.settings.timeout is not None:
            m.host_deadline = m.host_start + m.settings.timeout
    _start_first_p(m)
    g = new_goroutine(m, entry, ())
    m.main = g
    if m.order is not None:
        m.order.begun(g)
    m.p.schedtick = m.settings.first_tick
    if m.gomaxprocs == 1:
        for _ in range(m.settings.system_goroutines):
            put_next(m, m.p, G(SYSTEM_ID))
            m.system += 1
    m.source = "start"
    m.review()
    execute(m, m.p, g)
    for watcher in m.watchers:
        watcher(0, 0)
    m.beginner = dispatch(m)
    while m.beginner is not None:
        g, m.beginner = m.beginner, None
        if g.greenlet is None:
            g.greenlet = greenlet(_runner, m.hub)
            g.greenlet.switch(m)
        else:
            g.greenlet.switch()
    m.settle()
    m.stats.switches = m.switches
    if m.outcome is not None:
        raise m.outcome


def _start_first_p(m: Sched) -> None:
    p = m.p
    thread = take_m(m)
    thread.p = p
    p.m = thread
    p.status = pstate.RUNNING
    m.running.append(p)


def close(m: Sched) -> None:
    """Unwinds what is left of the goroutines, without running their deferred calls. Nothing runs afterwards."""
    m.closing = True
    m.review()
    left = [g.greenlet for g in m.allgs.values() if g.greenlet is not None] + m.pool
    m.pool = []
    for target in left:
        if not target.dead:
            target.throw(GreenletExit)
    for g in m.allgs.values():
        g.greenlet = None
        g.fn = None
    # The hub belongs to this thread: a garbage collection in another one must not meet it.
    m.hub = None
