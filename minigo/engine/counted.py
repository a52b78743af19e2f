"""Counted loops as Python's `for ... in range(...)`.

A loop counts when its condition compares a plain variable with a bound that stays as it is, the variable is assigned in
the loop's step only, and the step adds or subtracts something positive that stays as it is as well.

Where nothing in the body spends budget or lets others run, the range is cut where the budget ends ("in portions"): the
iterations pay nothing for their Ticks, which are booked at the end of the portion, and the pause comes where the
Tick would have brought it. Otherwise each iteration spends its Tick as before.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.visit import statements
from minigo.engine.effects import continues_to
from minigo.engine.facts import Facts, assigned_in, count_uses, is_invariant
from minigo.engine.intervals import FULL, Interval, exact, within
from minigo.record import record
from minigo.runtime.ops_int import INT_KINDS


@record(slots=True, eq=False)
class Counted:
    """`for var; var test bound; var += step` (or -= when `down`). inclusive: the test is <= or >=. assigned: all that
    the loop assigns. fits: no value that the counter gets can overflow."""

    loop: c.Loop
    var: c.Var
    kind: str
    bound: c.Expr
    inclusive: bool
    down: bool
    step: c.Expr
    tick: c.Tick
    assigned: set[c.Var]
    fits: bool

    @property
    def one(self) -> bool:
        """Whether the step is 1."""
        return isinstance(self.step, c.Const) and self.step.value == 1


_TESTS = {"lt": (False, False), "le": (False, True), "gt": (True, False), "ge": (True, True)}


def counted(loop: c.Loop, facts: Facts) -> Counted | None:
    """How `loop` counts; None when it does not."""
    match loop.cond:
        case c.Op(name=test, args=[c.Local(var=v), c.Expr() as bound]) if not v.boxed:
            name, _, kind = test.partition(".")
        case _:
            return None
    if name not in _TESTS or kind not in INT_KINDS or len(loop.post) != 2:
        return None
    down, inclusive = _TESTS[name]
    first, tick = loop.post
    match first:
        case c.Store(
            place=c.Local(var=target), value=c.Op(name=operation, args=[c.Local(var=source), c.Expr() as step])
        ) if target is v and source is v and operation == f"{'sub' if down else 'add'}.{kind}":
            pass
        case _:
            return None
    if not isinstance(tick, c.Tick) or tick.kind != "loop" or tick.pure:
        return None
    assigned = assigned_in(loop.body)
    if v in assigned:
        return None
    assigned = {v, *assigned}
    steps = _interval(step, facts, kind)
    if not (is_invariant(bound, assigned) and is_invariant(step, assigned) and steps[0] > 0):
        return None
    # The first value beyond the bound.
    beyond = exact("sub" if down else "add", _interval(bound, facts, kind), (0, steps[1] - (not inclusive)))
    return Counted(loop, v, kind, bound, inclusive, down, step, tick, assigned, within(beyond, FULL[kind]))


def _interval(e: c.Expr, facts: Facts, kind: str) -> Interval:
    if isinstance(e, c.Const):
        return e.value, e.value
    return facts.intervals.get(e, FULL[kind])


def inner_ticks(loop: c.Loop) -> int | None:
    """How many Ticks an iteration of `loop` spends at most besides its own; None when there is no limit."""
    count = 0
    for s in statements(loop.body):
        if isinstance(s, c.Loop):
            return None
        count += isinstance(s, c.Tick)
    return count


def is_straight(loop: c.Loop) -> bool:
    """Whether each iteration that comes to its end spends all Ticks of the body."""
    own = sum(1 for s in loop.body if isinstance(s, c.Tick))
    return own == inner_ticks(loop) and not continues_to(loop.body, loop.label)


def accumulators(counted: Counted, facts: Facts) -> dict[c.Var, str]:
    """Integer variables that the body of a loop only adds to or subtracts from, with their kinds: nobody sees
    their value before the loop ends, so that is soon enough to wrap it. Without those that need no wrapping."""
    overflowing: set[c.Var] = set()
    uses = count_uses([counted.loop])
    sums: dict[c.Var, tuple[str, int]] = {}
    for s in statements(counted.loop.body):
        match s:
            case c.Store(
                place=c.Local(var=v), value=c.Op(name=operation, args=[c.Local(var=source), c.Expr()]) as op
            ) if source is v and not v.boxed:
                name, _, kind = operation.partition(".")
                if name in ("add", "sub") and kind in INT_KINDS:
                    count = sums[v][1] if v in sums else 0
                    sums[v] = kind, count + 1
                    x, y = (_interval(e, facts, kind) for e in op.args)
                    if not within(exact(name, x, y), FULL[kind]):
                        overflowing.add(v)
    return {v: kind for v, (kind, count) in sums.items() if v in overflowing and uses[v] == 2 * count}
