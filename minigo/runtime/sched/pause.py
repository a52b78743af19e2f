"""The machine looks: what compiled code calls when its budget is used up, or at a point where it may be preempted.

Entry and loop ticks are safe points: there sysmon's wish is granted, if the preemption mode allows it. Between the
load and the store of a read-modify-write other Ps may run, but the goroutine keeps its P.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.sched import starvation, sysmon
from minigo.runtime.sched.dispatch import check_limits, dispatch, stop
from minigo.runtime.sched.p import STEP_NS
from minigo.runtime.sched.switch import give_way, reschedule, resume

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched


def pause_entry(m: Sched) -> None:
    """At a function's entry."""
    if m.spun:
        _goes_on(m)
    _look(m, m.preempt_entries)


def pause_loop(m: Sched) -> None:
    """At the back edge of a loop."""
    if m.spun:
        _goes_on(m)
    _look(m, m.preempt_loops)


def pause_rmw(m: Sched) -> None:
    """Between the load and the store of a read-modify-write."""
    if m.spun:
        _goes_on(m)
    _look(m, False)


def _goes_on(m: Sched) -> None:
    """The current goroutine is at a Tick that is not pure."""
    m.epoch += 1
    m.g.spin = None


def pause_pure(m: Sched, line: Any) -> None:
    """At the back edge of a loop whose iteration changed nothing. `line` identifies the loop."""
    g = m.g
    starvation.visit(m, g, line)
    while True:
        _look(m, m.preempt_loops)
        # Somebody else may have run meanwhile, and changed what the loop waits for.
        if not starvation.spins(m, g):
            m.settle()
            m.grant(0)
            return
        proof = starvation.proof(m)
        if proof is not None:
            stop(m, proof)
        # Nothing can come of spinning until something else happens: the time until then passes at once.
        _skip(m)


def _skip(m: Sched) -> None:
    steps = max(m.budget, 0) + 1
    m.steps += steps
    m.p.clock += steps * STEP_NS
    m.grant(0)


def _look(m: Sched, preemptible: bool) -> None:
    now = m.end - m.budget * STEP_NS
    g = m.g
    if now >= m.sysmon_next:
        sysmon.tick(m, now)
    if m.limited:
        m.settle()
        check_limits(m)
    if preemptible and m.p.preempt:
        _preempt(m, g)
        reschedule(m, g)
        return
    # The P that is furthest behind goes on; the goroutine keeps its own P unless that was taken away.
    following = dispatch(m)
    if following is g:
        return
    target = following.greenlet
    if target is None:
        resume(m, following)
    else:
        target.switch()


def _preempt(m: Sched, g: G) -> None:
    m.stats.preemptions += 1
    if m.bus.on:
        m.emit("preempt")
    give_way(m, g)
