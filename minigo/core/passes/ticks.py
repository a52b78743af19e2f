"""Ticks: one at each function entry, one on each loop's back edge, one inside each read-modify-write of shared memory.

A read-modify-write is a Store to memory that other goroutines may reach whose value reads the same place: `x++`,
`x += y`, `x = f(x)`. Its value goes into a temporary; between it and the Store other Ps may run, which is how updates
get lost. Elements of maps need none: the runtime's map writes are not atomic by themselves.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.passes.purity import is_pure_loop
from minigo.core.visit import expressions
from minigo.types.types import Array, Struct, Tuple

_UNTYPED = Tuple([])


def insert_ticks(function: c.Function, ids: list[int]) -> None:
    """Insert the Ticks of a lowered function; `ids[0]` is the last id of its variables.

    Hidden functions get no Tick at their entry.
    """
    function.body = _list(function.body, ids)
    if not function.hidden:
        function.body.insert(0, c.Tick(function.pos, "entry"))


def _list(body: list[c.Stmt], ids: list[int]) -> list[c.Stmt]:
    out: list[c.Stmt] = []
    for s in body:
        match s:
            case c.Store():
                if is_shared(s.place) and _reads(s.value, s.place):
                    ids[0] += 1
                    var = c.Var("t", ids[0], _UNTYPED)
                    out.append(c.Let(s.pos, var, s.value))
                    out.append(c.Tick(s.pos, "rmw"))
                    s.value = c.Local(s.pos, var)
            case c.If():
                s.body = _list(s.body, ids)
                s.orelse = _list(s.orelse, ids)
            case c.Block():
                s.body = _list(s.body, ids)
            case c.Loop():
                pure = is_pure_loop(s)
                s.body = _list(s.body, ids)
                s.post = _list(s.post, ids)
                s.post.append(c.Tick(s.pos, "loop", pure))
        out.append(s)
    return out


def is_shared(place: c.Expr) -> bool:
    """Whether another goroutine may reach the memory of a place (map elements apart)."""
    match place:
        case c.Local():
            return place.var.boxed or place.var.shared
        case c.Global() | c.Deref():
            return True
        case c.Field():
            return is_pointer_like(place.x)
        case c.Index():
            return place.kind == "slice" or is_pointer_like(place.x)
        case _:
            return False


def is_pointer_like(x: c.Expr) -> bool:
    """Whether `x`, a struct or array or a pointer to one, may be in the hands of others."""
    match x:
        case c.Local():
            return x.var.shared or not _is_value(x.var)
        case c.Field():
            return is_pointer_like(x.x)
        case c.Index():
            return x.kind == "slice" or is_pointer_like(x.x)
        case _:
            return True


def _is_value(var: c.Var) -> bool:
    return isinstance(var.type.underlying(), Struct | Array)


def _reads(value: c.Expr, place: c.Expr) -> bool:
    kind = type(place)
    return any(type(x) is kind and same_place(x, place) for x in expressions(value))


def same_place(a: c.Expr, b: c.Expr) -> bool:
    """Whether two expressions without calls certainly denote the same place or value."""
    match a, b:
        case c.Local(), c.Local():
            return a.var is b.var
        case c.Global(), c.Global():
            return a.var is b.var
        case c.Const(), c.Const():
            return bool(a.value == b.value)
        case c.Field(), c.Field():
            return a.index == b.index and same_place(a.x, b.x)
        case c.Deref(), c.Deref():
            return same_place(a.x, b.x)
        case c.Index(), c.Index():
            return a.kind == b.kind and same_place(a.x, b.x) and same_place(a.index, b.index)
        case _:
            return False
