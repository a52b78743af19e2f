"""Walking core: the operands of an expression in the order of their evaluation, and the parts of statements."""

from __future__ import annotations

from collections.abc import Iterator

from minigo.core import nodes as c

_OPERANDS: dict[type[c.Expr], tuple[str, ...]] = {
    c.Const: (),
    c.Zero: (),
    c.Local: (),
    c.LocalBox: (),
    c.Global: (),
    c.GlobalBox: (),
    c.FuncRef: (),
    c.Closure: (),
    c.Recover: (),
    c.DeferFrame: (),
    c.Op: ("args",),
    c.Field: ("x",),
    c.Deref: ("x",),
    c.Index: ("x", "index"),
    c.MapIndex: ("x", "key"),
    c.StructLit: ("values",),
    c.ArrayLit: ("values",),
    c.MapLit: ("keys", "values"),
    c.ToInterface: ("x",),
    c.TypeAssert: ("x",),
    c.And: ("x", "y"),
    c.Or: ("x", "y"),
    c.Call: ("callee", "args"),
    c.CallMethod: ("x", "args"),
    c.TupleItem: ("x",),
    c.LetExpr: ("value", "body"),
    c.Select: ("cases",),
}

_STATEMENT: dict[type[c.Stmt], tuple[str, ...]] = {
    c.Let: ("value",),
    c.Store: ("place", "value"),
    c.Unpack: ("value",),
    c.Eval: ("x",),
    c.If: ("cond",),
    c.Loop: ("cond",),
    c.Block: (),
    c.Break: (),
    c.Continue: (),
    c.Return: ("values",),
    c.Go: ("callee", "args"),
    c.Defer: ("frame", "callee", "args"),
    c.Panic: ("value",),
    c.Tick: (),
}


def operands(e: c.Expr) -> list[c.Expr]:
    """The direct operands of `e`, in order of evaluation."""
    if isinstance(e, c.Select):
        return [x for case in e.cases for x in ((case.chan,) if case.value is None else (case.chan, case.value))]
    if isinstance(e, c.MapLit):
        return [x for pair in zip(e.keys, e.values, strict=True) for x in pair]
    return _parts(e, _OPERANDS[type(e)])


def statement_operands(s: c.Stmt) -> list[c.Expr]:
    """The expressions that stand directly in `s` (not those in its nested statements)."""
    return _parts(s, _STATEMENT[type(s)])


def _parts(node: c.Expr | c.Stmt, names: tuple[str, ...]) -> list[c.Expr]:
    out: list[c.Expr] = []
    for name in names:
        part = getattr(node, name)
        if isinstance(part, list):
            out.extend(part)
        elif part is not None:
            out.append(part)
    return out


def replace_operands(e: c.Expr, new: list[c.Expr]) -> None:
    """Put `new` in the places that `operands(e)` lists."""
    if isinstance(e, c.Select):
        items = iter(new)
        for case in e.cases:
            case.chan = next(items)
            if case.value is not None:
                case.value = next(items)
    elif isinstance(e, c.MapLit):
        e.keys, e.values = new[0::2], new[1::2]
    else:
        _replace(e, _OPERANDS[type(e)], new)


def replace_statement_operands(s: c.Stmt, new: list[c.Expr]) -> None:
    """Put `new` in the places that `statement_operands(s)` lists."""
    _replace(s, _STATEMENT[type(s)], new)


def _replace(node: c.Expr | c.Stmt, names: tuple[str, ...], new: list[c.Expr]) -> None:
    at = 0
    for name in names:
        part = getattr(node, name)
        if isinstance(part, list):
            setattr(node, name, new[at : at + len(part)])
            at += len(part)
        elif part is not None:
            setattr(node, name, new[at])
            at += 1


def nested(s: c.Stmt) -> list[list[c.Stmt]]:
    """The statement lists inside `s`."""
    match s:
        case c.If():
            return [s.body, s.orelse]
        case c.Loop():
            return [s.body, s.post]
        case c.Block():
            return [s.body]
        case _:
            return []


def expressions(e: c.Expr) -> Iterator[c.Expr]:
    """`e` and all expressions in it, outermost first."""
    stack = [e]
    while stack:
        x = stack.pop()
        yield x
        stack.extend(reversed(operands(x)))


def statements(body: list[c.Stmt]) -> Iterator[c.Stmt]:
    """All statements of a body, nested ones too, in the order of the text."""
    for s in body:
        yield s
        for inner in nested(s):
            yield from statements(inner)
