"""Proof that the goroutines that still run spin for ever.

A loop tick is pure when the iteration changed nothing that outlives it and read no clock. A goroutine that comes by the
same pure tick twice in one `epoch` (nothing else happened in between) has read the same state all through an
iteration, so it will come by for ever as long as nothing else happens. When every goroutine that is not blocked is in
that state, nothing else can happen: no goroutine is left that could change what they wait for.

Why two visits suffice: suppose one of these goroutines had an effect after the epoch began, and take the first. If the
goroutine had come by twice before, nothing had changed between its visits, nor since, so its loop went on as before: no
effect. If not, it had left its loop, and the next tick that it came by was another one, which began a new epoch. A
goroutine that is inside a pure loop (`G.spin` is set) is made to look at each tick, so that no tick goes unnoticed.

Without preemption of loops it is enough that every P runs a goroutine in that state: no other gets a P again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.sched import g as gstate
from minigo.runtime.sched import sigtable, timers

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched


class Starvation(BaseException):
    """The run cannot get any further. `hogs` spin for ever, `starved` are runnable but never get a P, `blocked` wait.

    The `spin` of a hog says where; `since` of a starved one is in virtual ns, like `now`. `preempt`: the mode of the
    run.
    """

    def __init__(self, hogs: list[G], starved: list[G], blocked: list[G], now: int, preempt: str) -> None:
        super().__init__("starvation")
        self.hogs = hogs
        self.starved = starved
        self.blocked = blocked
        self.now = now
        self.preempt = preempt


class Spin:
    """A goroutine is inside a loop whose tick is pure: `line` is what the engine passed to pause_pure. It has come by
    `visits` times in `epoch`, and `yielded` since."""

    __slots__ = ("epoch", "line", "visits", "yielded")

    def __init__(self, line: Any) -> None:
        self.line = line
        self.epoch = -1
        self.visits = 0
        self.yielded = False


def visit(m: Sched, g: G, line: Any) -> None:
    """g comes by a pure tick."""
    if not m.spun:
        m.spun = True
        m.review()
    spin = g.spin
    if spin is None or spin.line != line:
        # What it did on its way from elsewhere is not known.
        m.epoch += 1
        spin = g.spin = Spin(line)
    if spin.epoch == m.epoch:
        spin.visits += 1
    else:
        spin.epoch = m.epoch
        spin.visits = 1
        spin.yielded = False


def spins(m: Sched, g: G) -> bool:
    """Whether g has spun through a whole iteration in this epoch."""
    spin = g.spin
    return spin is not None and spin.epoch == m.epoch and spin.visits >= 2


def _yields(g: G) -> bool:
    return g.spin is not None and g.spin.yielded


def proof(m: Sched) -> Starvation | None:
    """The report, if it is proven that nothing happens any more."""
    if not (_nobody_else(m) or _all_taken(m)):
        return None
    everybody = list(m.allgs.values())
    return Starvation(
        hogs=[g for g in everybody if spins(m, g)],
        starved=[g for g in everybody if g.status == gstate.RUNNABLE and not spins(m, g)],
        blocked=[g for g in everybody if g.status == gstate.WAITING],
        now=m.settle(),
        preempt=m.settings.preempt,
    )


def _nobody_else(m: Sched) -> bool:
    """All that are not blocked spin, and no timer, system call or signal will wake anybody."""
    if m.syscalls or sigtable.may_come(m) or not all(spins(m, g) for g in m.globalq):
        return False
    for p in m.allp:
        if p.curg is not None and not spins(m, p.curg):
            return False
        if p.runnext is not None and not spins(m, p.runnext):
            return False
        if not all(spins(m, g) for g in p.runq):
            return False
    return timers.nothing_to_come(m)


def _all_taken(m: Sched) -> bool:
    """Every P runs a goroutine that spins, does not yield, and cannot be preempted."""
    if m.preempt_loops or len(m.running) < m.gomaxprocs:
        return False
    return all(p.curg is not None and spins(m, p.curg) and not _yields(p.curg) for p in m.running)
