"""The order of evaluation of operands, as gc does it.

Go leaves open when a variable is read in relation to the calls beside it: in `a + f()` gc calls f first and then reads
`a`. It puts the results of calls, receives, assertions, most builtins and && || into temporaries, in lexical order,
and reads memory when all of them are done. Core is strict from left to right; so where it makes a difference, such
operations are moved out here, into Lets before the statement.
"""

from __future__ import annotations

from collections.abc import Callable

from minigo.core import nodes as c
from minigo.core.visit import operands, replace_operands, replace_statement_operands, statement_operands

MakeTemp = Callable[[c.Expr], c.Var]

_LATE = (c.Global, c.Field, c.Deref, c.Index, c.MapIndex)
_ORDERED = (c.And, c.Or, c.LetExpr, c.MapLit)
"""What has its operands in order already."""

_EARLY_OPS = frozenset(
    (
        "append",
        "append.string",
        "append.item",
        "append.items",
        "cap.chan",
        "cap.slice",
        "chan.recv",
        "complex",
        "convert.bytes.string",
        "convert.runes.string",
        "copyslice",
        "copyslice.string",
        "imag",
        "len.chan",
        "len.map",
        "len.slice",
        "len.string",
        "real",
    )
)
_EARLY_FAMILIES = ("make.", "max.", "min.")
_EFFECTS = frozenset(("chan.recv", "copyslice", "copyslice.string"))
_LATE_OPS = frozenset(("convert.string.bytes", "convert.string.runes"))


def order_statement(s: c.Stmt, temp: MakeTemp) -> list[c.Stmt]:
    """`s`, after Lets of what has to be done before its memory is read."""
    exprs = statement_operands(s)
    if isinstance(s, c.Store):
        exprs = [*operands(s.place), s.value]
    lets = order(exprs, temp)
    if not lets:
        return [s]
    if isinstance(s, c.Store):
        replace_operands(s.place, exprs[:-1])
        s.value = exprs[-1]
    else:
        replace_statement_operands(s, exprs)
    return [*lets, s]


def order_expr(e: c.Expr, temp: MakeTemp) -> c.Expr:
    """`e` in gc's order, for places where no statement can stand before it."""
    exprs = [e]
    lets = order(exprs, temp)
    body = exprs[0]
    for let in reversed(lets):
        body = c.LetExpr(let.pos, let.var, let.value, body)
    return body


def order(exprs: list[c.Expr], temp: MakeTemp) -> list[c.Let]:
    """Change `exprs`, which are evaluated one after the other, so that their calls come first, in the returned Lets."""
    if not _must_move(exprs):
        return []
    lets: list[c.Let] = []
    exprs[:] = [_move(e, lets, temp, keep=len(exprs) == 1) for e in exprs]
    return lets


def hoist(exprs: list[c.Expr], temp: MakeTemp) -> list[c.Let]:
    """Like order, for expressions that memory is read before: all their calls have to move."""
    lets: list[c.Let] = []
    exprs[:] = [_move(e, lets, temp, keep=False) for e in exprs]
    return lets


def _must_move(exprs: list[c.Expr]) -> bool:
    pending = False
    for e in exprs:
        state = _scan(e)
        if state is None or (pending and state[1]):
            return True
        pending = pending or state[0]
    return False


def _scan(e: c.Expr) -> tuple[bool, bool] | None:
    """(e reads memory when it is used, e has effects); None: within e something has to move already."""
    if isinstance(e, _ORDERED):
        return False, has_effects(e)
    pending = effects = False
    for x in operands(e):
        state = _scan(x)
        if state is None or (pending and state[1]):
            return None
        pending = pending or state[0]
        effects = effects or state[1]
    if early(e):
        return False, effects or _effect(e)
    return pending or _late(e), effects


def _late(e: c.Expr) -> bool:
    if isinstance(e, c.Local):
        return e.var.boxed or e.var.shared
    return isinstance(e, _LATE) or (isinstance(e, c.Op) and e.name in _LATE_OPS)


def _effect(e: c.Expr) -> bool:
    return isinstance(e, c.Call | c.CallMethod) or (isinstance(e, c.Op) and e.name in _EFFECTS)


def has_effects(e: c.Expr) -> bool:
    """Whether a call, a receive or a copy stands anywhere in `e`."""
    return _effect(e) or any(has_effects(x) for x in operands(e))


def early(e: c.Expr) -> bool:
    """Whether gc puts the result of `e` into a temporary before it reads the memory that the statement is about."""
    return isinstance(e, (c.Call, c.CallMethod, c.TypeAssert, *_ORDERED)) or (
        isinstance(e, c.Op) and (e.name in _EARLY_OPS or e.name.startswith(_EARLY_FAMILIES))
    )


def _move(e: c.Expr, lets: list[c.Let], temp: MakeTemp, keep: bool) -> c.Expr:
    if not isinstance(e, _ORDERED):
        inner = operands(e)
        if inner:
            spread = isinstance(e, c.Call) and e.spread
            new = [_move(x, lets, temp, keep=spread and i > 0) for i, x in enumerate(inner)]
            replace_operands(e, new)
    if keep or not early(e):
        return e
    var = temp(e)
    lets.append(c.Let(e.pos, var, e))
    return c.Local(e.pos, var)
