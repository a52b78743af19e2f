"""Ticks: at the entry of functions, on each loop's back edge, inside each read-modify-write of shared memory.

Whatever runs long comes by a Tick again and again: it loops or calls. So a leaf function, without loops and calls, has
none at its entry (real Go does not look up there either); in others the Tick stands behind the cases that end before
anything is called, as a recursion's simplest one.

A read-modify-write is a Store to memory that other goroutines may reach whose value reads the same place: `x++`,
`x += y`, `x = f(x)`. Its value goes into a temporary; between it and the Store other Ps may run, which is how updates
get lost. Elements of maps need none: the runtime's map writes are not atomic by themselves.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.passes.purity import is_pure_loop
from minigo.core.visit import expressions, nested, statement_operands
from minigo.types.types import Array, Interface, Signature, Struct, Tuple, TypeParam

_UNTYPED = Tuple([])


def insert_ticks(function: c.Function, ids: list[int]) -> None:
    """Insert the Ticks of a lowered function; `ids[0]` is the last id of its variables.

    Hidden functions get no Tick at their entry.
    """
    if not function.hidden:
        _insert_entry(function)
    function.body = _list(function.body, ids)


def _insert_entry(function: c.Function) -> None:
    body = function.body
    busy = next((i for i, s in enumerate(body) if not _is_brief(s)), None)
    if busy is None:
        return
    ends = any(_returns(s) for s in body[:busy])
    body.insert(busy if ends else 0, c.Tick(body[busy].pos if ends else function.pos, "entry"))


def _is_brief(s: c.Stmt) -> bool:
    """Whether a statement neither loops nor calls anything that might."""
    if isinstance(s, c.Loop | c.Go | c.Defer):
        return False
    if not all(_calls_little(x) for e in statement_operands(s) for x in expressions(e)):
        return False
    return all(_is_brief(inner) for body in nested(s) for inner in body)


def _calls_little(x: c.Expr) -> bool:
    match x:
        case c.Call(callee=c.FuncRef(function=function)) if function.native is not None:
            # A native that is given functions or methods may call them.
            return not any(isinstance(v.type.underlying(), Signature | Interface | TypeParam) for v in function.params)
        case c.Call() | c.CallMethod() | c.Select():
            return False
        case _:
            return True


def _returns(s: c.Stmt) -> bool:
    """Whether the function may end in `s`."""
    return isinstance(s, c.Return | c.Panic) or any(_returns(inner) for body in nested(s) for inner in body)


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
