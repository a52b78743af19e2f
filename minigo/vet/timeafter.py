"""timeafter: time.After in a select in a loop, where a timer of each round lives until it fires.

Since go1.23 timers that nobody refers to are collected, so only files of an earlier version are looked at.
"""

from __future__ import annotations

from minigo.core.astwalk import nodes
from minigo.syntax import ast
from minigo.vet.inspect import Pass


def run(p: Pass) -> None:
    for select in p.all(ast.SelectStmt):
        if p.lang(select.pos) >= (1, 23) or not _in_loop(p, select) or len(select.body) < 2:
            continue
        for clause in select.body:
            for node in nodes([clause.comm] if clause.comm is not None else [], into_literals=False):
                if isinstance(node, ast.CallExpr) and p.called(node) == "time.After":
                    message = "time.After in a loop: before go1.23 the timer of each round is kept until it fires"
                    p.report(node.pos, message)


def _in_loop(p: Pass, node: ast.Node) -> bool:
    while not isinstance(node, ast.FuncDecl | ast.FuncLit):
        if isinstance(node, ast.ForStmt | ast.RangeStmt):
            return True
        node = p.parent[node]
    return False
