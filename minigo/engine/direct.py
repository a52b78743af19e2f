"""Accesses to arrays that need no test, in a loop in portions.

Whether an access can fail is found out before a portion: its index is c*i + d, where i is the loop's counter, c a
constant and d stays as it is, so the first and the last value say all. Slices never change, so what a variable, an
element of a slice of slices or a field holds is the same for the whole portion when nothing in the body assigns such a
thing.

An access that comes on one path only is no reason to give up the portion: it keeps its test.
"""

from __future__ import annotations

from collections.abc import Iterator

from minigo.core import nodes as c
from minigo.core.visit import expressions, nested, operands, statement_operands, statements
from minigo.engine.counted import Counted
from minigo.engine.facts import is_invariant
from minigo.record import field, record
from minigo.types.types import Array, Pointer, Slice, Struct, Type

MAX_ACCESSES = 24
"""Bodies with more accesses are not written twice."""
_WRITES = frozenset(
    ("append", "append.string", "append.item", "append.items", "copyslice", "copyslice.string", "clear.slice")
)
_ASSIGNS = frozenset(("assign.struct", "assign.array"))

Key = tuple[object, ...]


@record(slots=True, eq=False)
class Linear:
    """factor * counter + rest + constant; rest None: 0."""

    factor: int
    rest: c.Expr | None
    constant: int


@record(slots=True, eq=False)
class Base:
    """An array that stays where it is during a portion. `x`: what yields it. kind: slice, array or string. outer: the
    base of which this is an element."""

    x: c.Expr
    kind: str
    outer: Base | None = None


@record(slots=True, eq=False)
class Access:
    """One index expression or place. certain: it comes in every iteration that does not leave the loop before."""

    node: c.Index
    base: Base
    linear: Linear
    certain: bool


@record(slots=True, eq=False)
class Plan:
    """The accesses of a loop's body that a portion can prepare, and their bases, outer ones first."""

    accesses: list[Access] = field(default_factory=list)
    bases: dict[Key, Base] = field(default_factory=dict)


def plan_of(count: Counted) -> Plan | None:
    """What can be prepared; None when there is nothing."""
    inside = (x for s in statements(count.loop.body) for e in statement_operands(s) for x in expressions(e))
    if any(isinstance(x, c.Op) and x.name.startswith("race.") for x in inside):
        return None  # the race detector's operations write memory themselves
    plan = Plan()
    finder = _Finder(count, plan)
    for e, certain in _evaluated(count.loop.body, True):
        if isinstance(e, c.Index):
            finder.add(e, certain)
    if not any(a.certain for a in plan.accesses) or len(plan.accesses) > MAX_ACCESSES:
        return None
    return plan


def _evaluated(body: list[c.Stmt], certain: bool) -> Iterator[tuple[c.Expr, bool]]:
    """All expressions of a body, and whether each iteration evaluates them."""
    for s in body:
        for e in statement_operands(s):
            yield from _parts(e, certain)
        for inner in nested(s):
            yield from _evaluated(inner, certain and isinstance(s, c.Block))


def _parts(e: c.Expr, certain: bool) -> Iterator[tuple[c.Expr, bool]]:
    yield e, certain
    for i, x in enumerate(operands(e)):
        yield from _parts(x, certain and not (i and isinstance(e, c.And | c.Or)))


class _Finder:
    def __init__(self, count: Counted, plan: Plan) -> None:
        self.count = count
        self.plan = plan
        body = count.loop.body
        inside = (x for s in statements(body) for e in statement_operands(s) for x in expressions(e))
        ops = {x.name for x in inside if isinstance(x, c.Op)}
        places = [s.place for s in statements(body) if isinstance(s, c.Store)]
        self.elements_stay = not ops & (_WRITES | _ASSIGNS) and all(
            isinstance(p, c.Local | c.Field | c.Global | c.MapIndex) or _holds_no_arrays(type_of(p)) for p in places
        )
        self.fields_stay = not ops & (_WRITES | _ASSIGNS)
        self.stored_globals = {p.var for p in places if isinstance(p, c.Global)}
        self.stored_fields = {(p.name, p.index) for p in places if isinstance(p, c.Field)}
        self.derefs = any(isinstance(p, c.Deref) for p in places)

    def add(self, node: c.Index, certain: bool) -> None:
        linear = self._linear(node.index)
        base = None if linear is None else self._base(node.x, node.kind)
        if linear is not None and base is not None:
            self.plan.accesses.append(Access(node, base, linear, certain))

    def _base(self, x: c.Expr, kind: str) -> Base | None:
        key = self._key(x)
        if key is None:
            return None
        known = self.plan.bases.get((kind, *key))
        if known is not None:
            return known
        outer: Base | None = None
        if isinstance(x, c.Index):
            outer = self._base(x.x, x.kind)
            if outer is None:
                return None
        base = self.plan.bases[kind, *key] = Base(x, kind, outer)
        return base

    def _key(self, x: c.Expr) -> Key | None:
        """What tells bases apart; None when `x` may change."""
        match x:
            case c.Local() if not x.var.boxed and x.var not in self.count.assigned:
                return "local", x.var
            case c.Global() if not x.var.boxed and x.var not in self.stored_globals:
                return "global", x.var
            case c.Field(x=c.Local() as owner) if not owner.var.boxed and owner.var not in self.count.assigned:
                if not self.fields_stay or self.derefs or (x.name, x.index) in self.stored_fields:
                    return None
                return "field", owner.var, x.name, x.index
            case c.Index(kind=kind, index=index) if kind != "string" and self.elements_stay:
                inner, place = self._key(x.x), self._invariant_key(index)
                return None if inner is None or place is None else ("element", *inner, *place)
        return None

    def _invariant_key(self, index: c.Expr) -> Key | None:
        match index:
            case c.Const():
                return "const", index.value
            case c.Local() if not index.var.boxed and index.var not in self.count.assigned:
                return "index", index.var
        return None

    def _linear(self, e: c.Expr) -> Linear | None:
        match e:
            case c.Local() if e.var is self.count.var:
                return Linear(1, None, 0)
            case c.Const(value=int() as n):
                return Linear(0, None, n)
            case c.Op(name=name, args=[x, y]) if name in ("add.int64", "sub.int64"):
                if is_invariant(e, self.count.assigned):
                    return Linear(0, e, 0)
                return self._sum(name[:3], self._linear(x), self._linear(y))
            case c.Op(name="mul.int64", args=[x, c.Const(value=int() as n)] | [c.Const(value=int() as n), x]):
                inner = self._linear(x)
                if inner is not None and inner.rest is None:
                    return Linear(inner.factor * n, None, inner.constant * n)
        return Linear(0, e, 0) if is_invariant(e, self.count.assigned) else None

    def _sum(self, operation: str, x: Linear | None, y: Linear | None) -> Linear | None:
        if x is None or y is None or (x.rest is not None and y.rest is not None):
            return None
        if operation == "add":
            return Linear(x.factor + y.factor, x.rest or y.rest, x.constant + y.constant)
        if y.rest is not None:
            return None
        return Linear(x.factor - y.factor, x.rest, x.constant - y.constant)


def _holds_no_arrays(t: Type | None) -> bool:
    return t is not None and not isinstance(t.underlying(), Slice | Struct | Array)


def type_of(e: c.Expr) -> Type | None:
    """The type of a place; None when it is not known."""
    match e:
        case c.Local():
            return e.var.type
        case c.Global():
            return e.var.type
        case c.Index():
            t = type_of(e.x)
            u = t.underlying() if t is not None else None
            if isinstance(u, Pointer):
                u = u.elem.underlying()
            return u.elem if isinstance(u, Slice | Array) else None
        case c.Field():
            t = type_of(e.x)
            u = t.underlying() if t is not None else None
            if isinstance(u, Pointer):
                u = u.elem.underlying()
            return u.fields[e.index].type if isinstance(u, Struct) else None
        case c.Deref():
            t = type_of(e.x)
            u = t.underlying() if t is not None else None
            return u.elem if isinstance(u, Pointer) else None
        case _:
            return None
