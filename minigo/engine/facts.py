"""What the compiler can tell of a function beforehand: which values integers can have, which loops leave the machine
alone, what a loop assigns, what stays as it is while a loop runs.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.visit import expressions, nested, statement_operands, statements
from minigo.engine.flow import intervals_of
from minigo.engine.intervals import Interval
from minigo.engine.unit import Link
from minigo.record import field, record
from minigo.runtime.helpers import LINKED
from minigo.runtime.natives import lookup
from minigo.runtime.ops_int import INT_KINDS
from minigo.types.types import Basic, Slice

_MAP_WRITES = frozenset(("map.set", "delete", "clear.map", "map.literal"))
_NOISY_EXPRS = (c.CallMethod, c.Select, c.Recover, c.MapLit, c.DeferFrame)
_NOISY_STMTS = (c.Go, c.Defer)


@record(slots=True)
class Facts:
    """`intervals`: of integer expressions, see flow.py. `own_counter`: the loops whose counter is declared just for
    them, so nobody asks for its value when they have ended. `values`: of plain variables that get a value in one
    place only (None: a parameter's), by Go's scopes the same as long as anything that was made of it."""

    intervals: dict[c.Expr, Interval] = field(default_factory=dict)
    own_counter: set[c.Loop] = field(default_factory=set)
    values: dict[c.Var, c.Expr | None] = field(default_factory=dict)


def facts_of(function: c.Function, opt: int) -> Facts:
    """The facts of a completed function; none when code is not optimised."""
    if not opt:
        return Facts()
    facts = Facts(intervals_of(function))
    uses = count_uses(function.body)
    uses.update((v, uses.get(v, 0) + 1) for v in function.results)  # they are read when the function returns
    _own_counters(function.body, uses, facts.own_counter)
    facts.values = _values(function)
    return facts


def _values(function: c.Function) -> dict[c.Var, c.Expr | None]:
    given: dict[c.Var, list[c.Expr | None]] = {v: [None] for v in [*function.params, *function.captures]}
    for s in statements(function.body):
        match s:
            case c.Let() | c.Store(place=c.Local()):
                v = s.var if isinstance(s, c.Let) else s.place.var if isinstance(s.place, c.Local) else None
                assert v is not None
                given.setdefault(v, []).append(s.value)
            case c.Unpack():
                for part in s.vars:
                    if part is not None:
                        given.setdefault(part, []).extend((None, None))
    return {v: values[0] for v, values in given.items() if len(values) == 1 and not v.boxed}


def as_long_as(bound: c.Expr, facts: Facts) -> set[c.Var]:
    """The slices and strings whose length `bound` is."""
    if isinstance(bound, c.Local):
        bound = facts.values.get(bound.var) or bound
    found: set[c.Var] = set()
    match bound:
        case c.Op(name="len.slice" | "len.string", args=[c.Local() as x]):
            while x.var in facts.values:
                found.add(x.var)
                value = facts.values[x.var]
                if not isinstance(value, c.Local):
                    break
                x = value
    return found


def _own_counters(body: list[c.Stmt], uses: dict[c.Var, int], found: set[c.Loop]) -> None:
    declared: set[c.Var] = set()
    for s in body:
        match s:
            case c.Let():
                declared.add(s.var)
            case c.Loop(cond=c.Op(args=[c.Local(var=v), _])) if v in declared:
                if count_uses([s])[v] == uses[v]:
                    found.add(s)
        for inner in nested(s):
            _own_counters(inner, uses, found)


def count_uses(body: list[c.Stmt]) -> dict[c.Var, int]:
    uses: dict[c.Var, int] = {}
    for s in statements(body):
        for e in statement_operands(s):
            for x in expressions(e):
                if isinstance(x, c.Local | c.LocalBox):
                    uses[x.var] = uses.get(x.var, 0) + 1
                elif isinstance(x, c.Closure):
                    for v in x.function.complete().captures:
                        uses[v] = uses.get(v, 0) + 1
    return uses


def assigned_in(body: list[c.Stmt]) -> set[c.Var]:
    """The variables that statements declare or assign."""
    found: set[c.Var] = set()
    for s in statements(body):
        match s:
            case c.Let():
                found.add(s.var)
            case c.Store(place=c.Local(var=v)):
                found.add(v)
            case c.Unpack():
                found.update(v for v in s.vars if v is not None)
        for e in statement_operands(s):
            found.update(x.var for x in expressions(e) if isinstance(x, c.LetExpr))
    return found


_SUMS = frozenset(f"{name}.{kind}" for name in ("add", "sub", "mul") for kind in INT_KINDS)
_LENGTHS = frozenset(("len.slice", "len.string"))


def is_invariant(e: c.Expr, assigned: set[c.Var]) -> bool:
    """Whether `e` can be computed at any time with the same result, as long as nothing but `assigned` is assigned:
    it reads plain variables only, and cannot panic."""
    match e:
        case c.Const():
            return True
        case c.Local():
            return not e.var.boxed and e.var not in assigned
        case c.Op(name=name) if name in _SUMS:
            return all(is_invariant(x, assigned) for x in e.args)
        case c.Op(name=name, args=[c.Local() as x]) if name in _LENGTHS:
            return is_invariant(x, assigned)
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
    if isinstance(e, c.Call):
        return isinstance(e.callee, c.FuncRef) and _is_quiet_native(e.callee.function)
    if isinstance(e, c.Op):
        return e.name not in _MAP_WRITES and not _LINKED.intersection(link.row(e.name).helpers)
    return True


def _is_quiet_native(function: c.Function) -> bool:
    """Whether a call goes to Python code that knows neither the run nor any Go function."""
    native = lookup(function.native) if function.native is not None else None
    if native is None or native.linked or native.generic:
        return False
    types = (v.type.underlying() for v in function.params)
    return all(isinstance(t.elem.underlying() if isinstance(t, Slice) else t, Basic) for t in types)


_LINKED = frozenset(LINKED)
