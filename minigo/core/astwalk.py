"""Walking the syntax tree: for the few questions that lowering asks about a body before it lowers it."""

from __future__ import annotations

from collections.abc import Iterator

from minigo.record import fields
from minigo.syntax import ast

_CHILDREN: dict[type[ast.Node], tuple[str, ...]] = {}


def nodes(root: ast.Node | list[ast.Stmt], into_literals: bool = True) -> Iterator[ast.Node]:
    """All nodes in `root`; `into_literals` false stays out of function literals."""
    stack: list[object] = [root]
    while stack:
        x = stack.pop()
        if isinstance(x, list):
            stack.extend(reversed(x))
        elif isinstance(x, ast.Node):
            yield x
            if isinstance(x, ast.FuncLit) and not into_literals and x is not root:
                continue
            stack.extend(getattr(x, name) for name in reversed(_names_of(x)))


def children(node: ast.Node) -> list[ast.Node]:
    """The nodes right below `node`, in the order of its fields."""
    found: list[ast.Node] = []
    for name in _names_of(node):
        value = getattr(node, name)
        if isinstance(value, ast.Node):
            found.append(value)
        elif isinstance(value, list):
            found.extend(value)
    return found


def _names_of(node: ast.Node) -> tuple[str, ...]:
    names = _CHILDREN.get(type(node))
    if names is None:
        names = _CHILDREN[type(node)] = _child_names(node)
    return names


def _child_names(node: ast.Node) -> tuple[str, ...]:
    """The fields of a class that can hold nodes."""
    plain = ("Pos", "str", "bool", "int", "File", "list[tuple[Pos, str]]")
    return tuple(f.name for f in fields(node) if f.type not in plain)


def root_ident(e: ast.Expr) -> ast.Ident | None:
    """The variable at the beginning of `v.f[i].g`."""
    while True:
        match e:
            case ast.Ident():
                return e
            case ast.ParenExpr() | ast.SelectorExpr() | ast.IndexExpr() | ast.StarExpr():
                e = e.x
            case _:
                return None


def assigned_roots(body: ast.BlockStmt) -> Iterator[ast.Ident]:
    """The variables that a body assigns to, as a whole or in part."""
    for node in nodes(body):
        targets: list[ast.Expr | None] = []
        match node:
            case ast.AssignStmt():
                targets.extend(node.lhs)
            case ast.IncDecStmt():
                targets.append(node.x)
            case ast.RangeStmt() if node.op == "=":
                targets += [node.key, node.value]
            case _:
                continue
        for target in targets:
            ident = root_ident(target) if target is not None else None
            if ident is not None:
                yield ident
