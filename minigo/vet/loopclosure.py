"""loopclosure: before go1.22 all rounds of a loop share its variables, which a function literal that runs later sees.

Looked at are only the statements that end a loop's body, so that what runs later cannot have been waited for in the
same round, and subtests that run in parallel.
"""

from __future__ import annotations

from collections.abc import Iterator

from minigo.core.astwalk import nodes
from minigo.syntax import ast
from minigo.types.objects import Object
from minigo.vet.inspect import Pass


def run(p: Pass) -> None:
    loops: list[ast.RangeStmt | ast.ForStmt] = [*p.all(ast.RangeStmt), *p.all(ast.ForStmt)]
    for loop in loops:
        if p.lang(loop.pos) >= (1, 22):
            continue
        variables = {obj for obj in map(p.object_of, _identifiers(loop)) if obj is not None}
        if not variables:
            continue
        for last in _last_statements(loop.body.stmts):
            _report(p, variables, _run_later(p, last))
        for stmt in loop.body.stmts:
            if isinstance(stmt, ast.ExprStmt) and isinstance(stmt.x, ast.CallExpr):
                _report(p, variables, _after_parallel(p, stmt.x))


def _identifiers(loop: ast.RangeStmt | ast.ForStmt) -> Iterator[ast.Ident]:
    """The variables that change from round to round."""
    changed: list[ast.Expr | None] = []
    if isinstance(loop, ast.RangeStmt):
        changed = [loop.key, loop.value]
    elif isinstance(loop.post, ast.AssignStmt):
        changed = [*loop.post.lhs]
    elif isinstance(loop.post, ast.IncDecStmt):
        changed = [loop.post.x]
    return (e for e in changed if isinstance(e, ast.Ident))


def _last_statements(stmts: list[ast.Stmt]) -> Iterator[ast.Stmt]:
    """The statements that may be the last one executed of a list."""
    if not stmts:
        return
    last = stmts[-1]
    match last:
        case ast.IfStmt():
            yield from _last_statements(last.body.stmts)
            if isinstance(last.orelse, ast.BlockStmt):
                yield from _last_statements(last.orelse.stmts)
            elif last.orelse is not None:
                yield from _last_statements([last.orelse])
        case ast.ForStmt() | ast.RangeStmt():
            yield from _last_statements(last.body.stmts)
        case ast.SwitchStmt() | ast.TypeSwitchStmt() | ast.SelectStmt():
            for clause in last.body:
                yield from _last_statements(clause.body)
        case _:
            yield last


def _run_later(p: Pass, stmt: ast.Stmt) -> list[ast.Stmt]:
    """The statements of a literal that a go, a defer or errgroup's Go runs."""
    fun: ast.Expr | None = None
    if isinstance(stmt, ast.GoStmt | ast.DeferStmt) and isinstance(stmt.call, ast.CallExpr):
        fun = stmt.call.fun
    elif isinstance(stmt, ast.ExprStmt) and p.is_method(stmt.x, "golang.org/x/sync/errgroup", "Group", "Go"):
        assert isinstance(stmt.x, ast.CallExpr)
        fun = stmt.x.args[0]
    return fun.body.stmts if isinstance(fun, ast.FuncLit) else []


def _after_parallel(p: Pass, call: ast.CallExpr) -> list[ast.Stmt]:
    """What a subtest does after its t.Parallel()."""
    if not p.is_method(call, "testing", "T", "Run") or len(call.args) != 2:
        return []
    lit = call.args[1]
    if not isinstance(lit, ast.FuncLit) or not lit.type.params.fields[0].names:
        return []
    own = p.info.defs.get(lit.type.params.fields[0].names[0])
    found: list[ast.Stmt] = []
    parallel = False
    for stmt in lit.body.stmts:
        while isinstance(stmt, ast.LabeledStmt):
            stmt, found, parallel = stmt.stmt, [], False
        if parallel:
            found.append(stmt)
        elif isinstance(stmt, ast.ExprStmt) and p.is_method(stmt.x, "testing", "T", "Parallel"):
            fun = stmt.x.fun if isinstance(stmt.x, ast.CallExpr) else None
            receiver = fun.x if isinstance(fun, ast.SelectorExpr) else None
            parallel = isinstance(receiver, ast.Ident) and own is not None and p.object_of(receiver) is own
    return found


def _report(p: Pass, variables: set[Object], stmts: list[ast.Stmt]) -> None:
    for node in nodes(stmts):
        if isinstance(node, ast.Ident) and p.info.uses.get(node) in variables:
            p.report(node.pos, f"loop variable {node.name} captured by func literal")
