"""Which loops spin: their iterations change nothing that outlives them.

A pure loop ends only when somebody else changes memory. When a goroutine comes by its Tick twice, and nobody else ran
in between or will, it spins for ever: that is a deadlock.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.visit import expressions, statement_operands

PURE_NATIVES = frozenset(
    (
        "runtime.Gosched",
        "runtime.NumGoroutine",
        "runtime.NumCPU",
        *(
            f"sync/atomic.{name}"
            for name in ("LoadInt32", "LoadInt64", "LoadUint32", "LoadUint64", "LoadUintptr", "LoadPointer")
        ),
        *(
            f"sync/atomic.(*{name}).Load"
            for name in ("Int32", "Int64", "Uint32", "Uint64", "Uintptr", "Bool", "Pointer", "Value")
        ),
    )
)
"""Natives that only read, or yield."""

_IMPURE_OPS = frozenset(
    (
        "assign.struct",
        "assign.array",
        "append",
        "append.string",
        "append.item",
        "append.items",
        "copyslice",
        "copyslice.string",
        "delete",
        "clear.map",
        "clear.slice",
        "chan.send",
        "chan.recv",
        "chan.recv2",
        "chan.close",
        "map.iter",
        "map.next",
        "print",
        "println",
    )
)

_MAX_DEPTH = 3
"""Calls are followed so deep to find out whether they are pure."""


def is_pure_loop(loop: c.Loop) -> bool:
    own: set[c.Var] = set()
    if loop.cond is not None and not _pure_expr(loop.cond, own, 0):
        return False
    return _pure_list(loop.body, own, 0) and _pure_list(loop.post, own, 0)


def _pure_list(body: list[c.Stmt], own: set[c.Var], depth: int) -> bool:
    """Whether statements only compute; `own` are the variables declared so far, which may be assigned."""
    for s in body:
        match s:
            case c.Let():
                if s.var.boxed:
                    return False
                own.add(s.var)
            case c.Unpack():
                own.update(v for v in s.vars if v is not None)
            case c.Store():
                if not (isinstance(s.place, c.Local) and s.place.var in own):
                    return False
            case c.If() | c.Block() | c.Loop() | c.Break() | c.Continue() | c.Return() | c.Eval() | c.Panic():
                pass
            case c.Tick():
                continue
            case _:
                return False
        for e in statement_operands(s):
            if not _pure_expr(e, own, depth):
                return False
        match s:
            case c.If():
                inner = [s.body, s.orelse]
            case c.Loop():
                inner = [s.body, s.post]
            case c.Block():
                inner = [s.body]
            case _:
                continue
        if not all(_pure_list(part, own, depth) for part in inner):
            return False
    return True


def _pure_expr(e: c.Expr, own: set[c.Var], depth: int) -> bool:
    for x in expressions(e):
        match x:
            case c.Op():
                if x.name in _IMPURE_OPS:
                    return False
            case c.LetExpr():
                own.add(x.var)
            case c.CallMethod() | c.Select() | c.Recover() | c.Closure():
                return False
            case c.Call():
                if not isinstance(x.callee, c.FuncRef) or not _pure_function(x.callee.function, depth + 1):
                    return False
    return True


def _pure_function(function: c.Function, depth: int) -> bool:
    if function.native is not None:
        return function.native in PURE_NATIVES
    if depth > _MAX_DEPTH:
        return False
    function.complete()
    if not function.body or function.has_defer:  # empty: it is being lowered right now
        return False
    return _pure_list(function.body, set(), depth)
