"""unreachable: statements that no execution gets to, by the structure of the code alone."""

from __future__ import annotations

from minigo.core.astwalk import nodes
from minigo.syntax import ast
from minigo.types.objects import Builtin
from minigo.vet.inspect import Pass

_BREAKABLE = (ast.ForStmt, ast.RangeStmt, ast.SwitchStmt, ast.TypeSwitchStmt, ast.SelectStmt)


def run(p: Pass) -> None:
    for function in p.functions():
        assert function.body is not None
        _Dead(p).look(function.body)


class _Dead:
    """Goes through one function body in the order of the source."""

    def __init__(self, p: Pass) -> None:
        self.p = p
        self.left: set[ast.Node] = set()
        """Statements that a break leaves."""
        self.gotos: set[str] = set()
        self.alive = True

    def look(self, body: ast.BlockStmt) -> None:
        for node in nodes(body, into_literals=False):
            if isinstance(node, ast.BranchStmt):
                if node.op == "goto" and node.label is not None:
                    self.gotos.add(node.label.name)
                elif node.op == "break":
                    target = self.left_by(node)
                    if target is not None:
                        self.left.add(target)
        self.stmts(body.stmts)

    def left_by(self, branch: ast.BranchStmt) -> ast.Node | None:
        at: ast.Node = branch
        while not isinstance(at, ast.FuncDecl | ast.FuncLit):
            at = self.p.parent[at]
            if branch.label is None and isinstance(at, _BREAKABLE):
                return at
            if branch.label is not None and isinstance(at, ast.LabeledStmt) and at.label.name == branch.label.name:
                return at.stmt
        return None

    def stmts(self, stmts: list[ast.Stmt]) -> None:
        for stmt in stmts:
            self.stmt(stmt)

    def stmt(self, s: ast.Stmt) -> None:
        if isinstance(s, ast.LabeledStmt) and s.label.name in self.gotos:
            self.alive = True
        if not self.alive and not isinstance(s, ast.EmptyStmt):
            self.p.report(s.pos, "unreachable code")
            self.alive = True  # what follows is not told again
        match s:
            case ast.BlockStmt():
                self.stmts(s.stmts)
            case ast.BranchStmt() | ast.ReturnStmt():
                self.alive = False
            case ast.ExprStmt() if isinstance(s.x, ast.CallExpr) and isinstance(s.x.fun, ast.Ident):
                callee = self.p.callee(s.x)
                if isinstance(callee, Builtin) and callee.name == "panic":
                    self.alive = False
            case ast.LabeledStmt():
                self.stmt(s.stmt)
            case ast.IfStmt():
                self.stmt(s.body)
                if s.orelse is None:
                    self.alive = True
                else:
                    after_then, self.alive = self.alive, True
                    self.stmt(s.orelse)
                    self.alive |= after_then
            case ast.ForStmt():
                self.stmt(s.body)
                self.alive = s.cond is not None or s in self.left
            case ast.RangeStmt():
                self.stmt(s.body)
                self.alive = True
            case ast.SelectStmt():
                self.alive = self.clauses([c.body for c in s.body]) or s in self.left
            case ast.SwitchStmt() | ast.TypeSwitchStmt():
                complete = any(c.exprs is None for c in s.body)
                self.alive = self.clauses([c.body for c in s.body]) or s in self.left or not complete

    def clauses(self, bodies: list[list[ast.Stmt]]) -> bool:
        """Whether the end of one of the clauses is reached."""
        some = False
        for body in bodies:
            self.alive = True
            self.stmts(body)
            some |= self.alive
        return some
