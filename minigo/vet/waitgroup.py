"""waitgroup: a goroutine that begins by adding itself to the WaitGroup, which Wait may have passed by then."""

from __future__ import annotations

from minigo.syntax import ast
from minigo.vet.inspect import Pass


def run(p: Pass) -> None:
    if not p.imports("sync"):
        return
    for stmt in p.all(ast.GoStmt):
        call = stmt.call
        if not isinstance(call, ast.CallExpr) or not isinstance(call.fun, ast.FuncLit) or not call.fun.body.stmts:
            continue
        first = call.fun.body.stmts[0]
        if isinstance(first, ast.ExprStmt) and p.is_method(first.x, "sync", "WaitGroup", "Add"):
            assert isinstance(first.x, ast.CallExpr)
            p.report(first.x.lparen, "WaitGroup.Add called from inside new goroutine")
