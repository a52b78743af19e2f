"""lostcancel: the cancel function of a context that is thrown away, or not used on some way to a return."""

from __future__ import annotations

from minigo.core.astwalk import nodes
from minigo.source import NO_POS, Pos, pos_line
from minigo.syntax import ast
from minigo.types.objects import Var
from minigo.types.types import Signature
from minigo.vet.flow import Block, Endings, Graph
from minigo.vet.inspect import Pass

_MAKERS = frozenset(f"With{kind}{cause}" for kind in ("Cancel", "Timeout", "Deadline") for cause in ("", "Cause"))


def run(p: Pass) -> None:
    if not p.imports("context"):
        return
    endings = Endings(p)
    for function in p.functions():
        variables = _cancel_variables(p, function)
        body = function.body
        if not variables or body is None or _is_main(p, function):
            continue
        graph = Graph(body, endings.never_returns)
        sig = p.type_of(function.name if isinstance(function, ast.FuncDecl) else function)
        results = sig.results.vars if isinstance(sig, Signature) else []
        for var, stmt in variables.items():
            lost = _path_without(p, graph, var, stmt, var in results)
            if lost != NO_POS:
                p.report(stmt.pos, f"the {var.name} function is not used on all paths (possible context leak)")
                message = "this return statement may be reached without using the {} var defined on line {}"
                p.report(lost, message.format(var.name, pos_line(stmt.pos)))


def _is_main(p: Pass, function: ast.FuncDecl | ast.FuncLit) -> bool:
    if not isinstance(function, ast.FuncDecl) or function.recv is not None:
        return False
    return function.name.name == "main" and p.package.name == "main"


def _cancel_variables(p: Pass, function: ast.FuncDecl | ast.FuncLit) -> dict[Var, ast.Node]:
    """The variables of a function that get cancel functions, with the statements that do it."""
    found: dict[Var, ast.Node] = {}
    for node in nodes(function, into_literals=False):
        if not isinstance(node, ast.CallExpr) or not _makes_context(p, node.fun):
            continue
        stmt = p.parent[node]
        ident: ast.Expr | None = None
        if isinstance(stmt, ast.ValueSpec) and len(stmt.names) > 1:
            ident = stmt.names[1]
        elif isinstance(stmt, ast.AssignStmt) and len(stmt.lhs) > 1:
            ident = stmt.lhs[1]
        if not isinstance(ident, ast.Ident):
            continue
        if ident.name == "_":
            assert isinstance(node.fun, ast.SelectorExpr)
            maker = node.fun.sel.name
            message = f"the cancel function returned by context.{maker} should be called, not discarded, to avoid"
            p.report(ident.pos, f"{message} a context leak")
            continue
        var = p.object_of(ident)
        if isinstance(var, Var) and _declared_in(var, function):
            found[var] = stmt
    return found


def _makes_context(p: Pass, fun: ast.Expr) -> bool:
    return isinstance(fun, ast.SelectorExpr) and fun.sel.name in _MAKERS and p.package_name(fun.x) == "context"


def _declared_in(var: Var, function: ast.FuncDecl | ast.FuncLit) -> bool:
    assert function.body is not None
    return not var.is_field and function.type.pos <= var.pos <= function.body.rbrace


def _path_without(p: Pass, graph: Graph, var: Var, stmt: ast.Node, is_result: bool) -> Pos:
    """A return that may be reached from `stmt` without using `var`; NO_POS if there is none. With `is_result` a return
    without values uses it."""

    def uses(found: list[ast.Node]) -> bool:
        for root in found:
            for node in nodes(root):
                if isinstance(node, ast.Ident) and p.info.uses.get(node) is var:
                    return True
                if isinstance(node, ast.ReturnStmt) and is_result and not node.results:
                    return True
        return False

    start: Block | None = next((block for block in graph.reachable() if stmt in block.nodes), None)
    if start is None or uses(start.nodes[start.nodes.index(stmt) + 1 :]):
        return NO_POS
    if start.returns != NO_POS:
        return start.returns
    seen: set[Block] = set()
    todo = list(reversed(start.following))
    while todo:
        block = todo.pop()
        if block in seen:
            continue
        seen.add(block)
        if uses(block.nodes):
            continue
        if block.returns != NO_POS:
            return block.returns
        todo.extend(reversed(block.following))
    return NO_POS
