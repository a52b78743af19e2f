"""What the compiler can tell of a function beforehand: which sums cannot overflow, which variables are never negative,
which loops leave the machine alone.

All of it is about plain local variables, those that neither live in a Box nor change behind the function's back. A sum
`i + 1` at the end of a loop that goes on while `i < n` cannot overflow, if the body does not assign i. A variable is
never negative when all it is ever given are constants from 0 on, lengths, and such sums of itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from minigo.core import nodes as c
from minigo.core.visit import expressions, statement_operands, statements
from minigo.engine.unit import Link
from minigo.runtime.ops import LINKED
from minigo.runtime.ops_int import INT_KINDS

_LENGTHS = frozenset(("len.slice", "len.string", "len.map", "cap.slice"))
_MAP_WRITES = frozenset(("map.set", "delete", "clear.map", "map.literal"))
_NOISY_EXPRS = (c.Call, c.CallMethod, c.Select, c.Recover, c.MapLit, c.DeferFrame)
_NOISY_STMTS = (c.Go, c.Defer)


@dataclass(slots=True)
class Facts:
    """`exact`: sums and differences that need no test for overflow. `natural`: variables that are never negative."""

    exact: set[c.Op] = field(default_factory=set)
    natural: set[c.Var] = field(default_factory=set)


def facts_of(function: c.Function) -> Facts:
    """The facts of a completed function."""
    facts = Facts()
    given: dict[c.Var, list[c.Expr | None]] = {v: [None] for v in [*function.params, *function.captures]}
    for s in statements(function.body):
        match s:
            case c.Loop():
                _count(s, facts)
            case c.Let():
                given.setdefault(s.var, []).append(s.value)
            case c.Store(place=c.Local(var=v), value=value):
                given.setdefault(v, []).append(value)
            case c.Unpack():
                for part in s.vars:
                    if part is not None:
                        given.setdefault(part, []).append(None)
    for v, values in given.items():
        if not v.boxed and all(_natural(v, value, facts) for value in values):
            facts.natural.add(v)
    return facts


def _count(loop: c.Loop, facts: Facts) -> None:
    """A loop over a counter: its last step cannot overflow."""
    match loop.cond:
        case c.Op(name=test, args=[c.Local(var=v), c.Expr() as bound]) if not v.boxed:
            pass
        case _:
            return
    kind = test[3:]
    if kind not in INT_KINDS:
        return
    for s in loop.post:
        match s:
            case c.Store(
                place=c.Local(var=target),
                value=c.Op(name=step, args=[c.Local(var=source), c.Const(value=1)]) as op,
            ) if target is v and source is v:
                up = step == f"add.{kind}" and (test[:3] == "lt." or (test[:3] == "le." and _small(bound)))
                down = step == f"sub.{kind}" and test[:3] == "gt."
                if (up or down) and not _assigns(loop.body, v):
                    facts.exact.add(op)
            case c.Store(place=c.Local(var=target)) if target is v:
                return


def _small(bound: c.Expr) -> bool:
    return isinstance(bound, c.Const) and isinstance(bound.value, int) and bound.value < 127


def _assigns(body: list[c.Stmt], v: c.Var) -> bool:
    return any(isinstance(s, c.Store) and isinstance(s.place, c.Local) and s.place.var is v for s in statements(body))


def _natural(v: c.Var, value: c.Expr | None, facts: Facts) -> bool:
    match value:
        case c.Const(value=int() as n):
            return n >= 0
        case c.Op(name=name) if name in _LENGTHS:
            return True
        case c.Op(name=name, args=[c.Local(var=source), c.Const()]):
            return value in facts.exact and source is v and name.startswith("add.")
        case _:
            return False


def is_quiet(loop: c.Loop, function: c.Function, link: Link) -> bool:
    """Whether nothing in the loop but its Ticks has to do with the machine: no calls, no channels, no map writes."""
    return all(_quiet(s, function, link) for s in [loop, *statements([*loop.body, *loop.post])])


def _quiet(s: c.Stmt, function: c.Function, link: Link) -> bool:
    if isinstance(s, _NOISY_STMTS) or (isinstance(s, c.Return) and function.has_defer):
        return False
    if isinstance(s, c.Store) and isinstance(s.place, c.MapIndex):
        return False
    return all(_quiet_expr(x, link) for e in statement_operands(s) for x in expressions(e))


def _quiet_expr(e: c.Expr, link: Link) -> bool:
    if isinstance(e, _NOISY_EXPRS):
        return False
    if isinstance(e, c.Op):
        return e.name not in _MAP_WRITES and not _LINKED.intersection(link.row(e.name).helpers)
    return True


_LINKED = frozenset(LINKED)
