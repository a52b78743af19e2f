"""Short builders of Python syntax trees: every node they make stands on the Go line it is given.

Invariants: names are not checked, any string is one (Python's compiler takes them as they are); a node is used in one
place of one tree only.
"""

from __future__ import annotations

import ast
from typing import Any

LOAD = ast.Load()
STORE = ast.Store()


def name(line: int, id: str) -> ast.Name:
    return ast.Name(id, LOAD, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def target(line: int, id: str) -> ast.Name:
    return ast.Name(id, STORE, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def const(line: int, value: Any) -> ast.Constant:
    return ast.Constant(value, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def negative(line: int, x: ast.expr) -> ast.UnaryOp:
    return ast.UnaryOp(ast.USub(), x, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def attr(line: int, x: ast.expr, attribute: str) -> ast.Attribute:
    return ast.Attribute(x, attribute, LOAD, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def attr_target(line: int, x: ast.expr, attribute: str) -> ast.Attribute:
    return ast.Attribute(x, attribute, STORE, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def item(line: int, x: ast.expr, index: ast.expr) -> ast.Subscript:
    return ast.Subscript(x, index, LOAD, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def item_target(line: int, x: ast.expr, index: ast.expr) -> ast.Subscript:
    return ast.Subscript(x, index, STORE, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def call(line: int, function: ast.expr, args: list[ast.expr]) -> ast.Call:
    return ast.Call(function, args, [], lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def star(line: int, x: ast.expr) -> ast.Starred:
    return ast.Starred(x, LOAD, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def pair(line: int, items: list[ast.expr]) -> ast.Tuple:
    return ast.Tuple(items, LOAD, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def listing(line: int, items: list[ast.expr]) -> ast.List:
    return ast.List(items, LOAD, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def walrus(line: int, id: str, value: ast.expr) -> ast.NamedExpr:
    return ast.NamedExpr(target(line, id), value, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def binary(line: int, x: ast.expr, op: ast.operator, y: ast.expr) -> ast.BinOp:
    return ast.BinOp(x, op, y, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def compare(line: int, x: ast.expr, op: ast.cmpop, y: ast.expr) -> ast.Compare:
    return ast.Compare(x, [op], [y], lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def boolean(line: int, op: ast.boolop, values: list[ast.expr]) -> ast.BoolOp:
    return ast.BoolOp(op, values, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def negation(line: int, x: ast.expr) -> ast.UnaryOp:
    return ast.UnaryOp(ast.Not(), x, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def conditional(line: int, test: ast.expr, body: ast.expr, orelse: ast.expr) -> ast.IfExp:
    return ast.IfExp(test, body, orelse, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def after(line: int, first: list[ast.expr], result: ast.expr) -> ast.expr:
    """The value of `result`, evaluated after `first`."""
    return item(line, pair(line, [*first, result]), const(line, len(first)))


# ---------------------------------------------------------------- statements


def assign(line: int, to: ast.expr, value: ast.expr) -> ast.Assign:
    return ast.Assign([to], value, None, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def set_name(line: int, id: str, value: ast.expr) -> ast.Assign:
    return assign(line, target(line, id), value)


def evaluate(line: int, x: ast.expr) -> ast.Expr:
    return ast.Expr(x, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def branch(line: int, test: ast.expr, body: list[ast.stmt], orelse: list[ast.stmt]) -> ast.If:
    return ast.If(test, body, orelse, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def loop(line: int, test: ast.expr, body: list[ast.stmt]) -> ast.While:
    return ast.While(test, body, [], lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def counting(line: int, id: str, bounds: list[ast.expr], body: list[ast.stmt], orelse: list[ast.stmt]) -> ast.For:
    """`for id in range(*bounds): body; else: orelse`."""
    numbers = call(line, name(line, "range"), bounds)
    return ast.For(
        target(line, id), numbers, body, orelse, None, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0
    )


def breaking(line: int) -> ast.Break:
    return ast.Break(lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def continuing(line: int) -> ast.Continue:
    return ast.Continue(lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def nothing(line: int) -> ast.Pass:
    return ast.Pass(lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def returning(line: int, value: ast.expr | None) -> ast.Return:
    return ast.Return(value, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def raising(line: int, error: ast.expr) -> ast.Raise:
    return ast.Raise(error, None, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def global_names(line: int, names: list[str]) -> ast.Global:
    return ast.Global(names, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def guarded(line: int, body: list[ast.stmt], error: str, handler: list[ast.stmt]) -> ast.Try:
    """`try: body; except <error>: handler`."""
    clause = ast.ExceptHandler(
        name(line, error), None, handler, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0
    )
    return ast.Try(body, [clause], [], [], lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def finally_(line: int, body: list[ast.stmt], last: list[ast.stmt]) -> ast.Try:
    """`try: body; finally: last`."""
    return ast.Try(body, [], [], last, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)


def define(line: int, id: str, params: list[str], body: list[ast.stmt]) -> ast.FunctionDef:
    """A function with positional parameters."""
    names = [ast.arg(p, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0) for p in params]
    args = ast.arguments([], names, None, [], [], None, [])
    function = ast.FunctionDef(id, args, body, [], None, lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)
    setattr(function, "type_params", [])  # noqa: B010  # since Python 3.12
    return function
