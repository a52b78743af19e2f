"""deferlock: a deferred Unlock in a loop, which leaves the lock locked for the rounds that follow.

Reported when the loop locks what the defer unlocks and can go round again after the defer.
"""

from __future__ import annotations

from minigo.core.astwalk import nodes
from minigo.syntax import ast
from minigo.vet.inspect import Pass

_PAIRS = {"Unlock": "Lock", "RUnlock": "RLock"}
_LOCKS = ("(*sync.Mutex)", "(*sync.RWMutex)", "(sync.Locker)")


def run(p: Pass) -> None:
    for stmt in p.all(ast.DeferStmt):
        method, lock = _locking(p, stmt.call)
        loop = _loop_around(p, stmt)
        if method not in _PAIRS or loop is None or _leaves(p, stmt, loop):
            continue
        if any(_locking(p, node) == (_PAIRS[method], lock) for node in nodes(loop.body, into_literals=False)):
            message = f"defer {lock}.{method}() in a loop runs when the function returns: the next round"
            p.report(stmt.pos, f"{message} waits for {lock}")


def _locking(p: Pass, node: ast.Node) -> tuple[str, str]:
    """The method of a lock that is called, and the lock as text."""
    if not isinstance(node, ast.CallExpr) or not isinstance(node.fun, ast.SelectorExpr):
        return "", ""
    receiver, _, method = p.called(node).rpartition(".")
    return (method, p.text(node.fun.x)) if receiver in _LOCKS else ("", "")


def _loop_around(p: Pass, node: ast.Node) -> ast.ForStmt | ast.RangeStmt | None:
    while not isinstance(node, ast.FuncDecl | ast.FuncLit):
        if isinstance(node, ast.ForStmt | ast.RangeStmt):
            return node
        node = p.parent[node]
    return None


def _leaves(p: Pass, stmt: ast.Node, loop: ast.Node) -> bool:
    """Whether the lists of statements around `stmt` end by leaving the loop."""
    while stmt is not loop:
        above = p.parent[stmt]
        stmts: list[ast.Stmt] = []
        if isinstance(above, ast.BlockStmt):
            stmts = above.stmts
        elif isinstance(above, ast.CaseClause | ast.CommClause):
            stmts = above.body
        last = stmts[-1] if stmts else None
        if isinstance(last, ast.ReturnStmt):
            return True
        if isinstance(last, ast.BranchStmt) and last.op in ("break", "goto"):
            return True
        if isinstance(last, ast.ExprStmt) and p.called(last.x) in ("panic", "os.Exit", "runtime.Goexit"):
            return True
        stmt = above
    return False
