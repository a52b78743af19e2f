"""busywait: loops that can go round for ever without giving way to another goroutine, and select {} that nothing ends.

A round gives way when it calls a function that is not known to be quick, sends, receives, or selects without default.
Reported are loops that wait so: whose rounds do nothing at all but look at variables, atomics and channels' lengths or
try operations that may not wait. A compare-and-swap counts as trying only if what it expects is constant: with a value
that was loaded before it makes progress.
"""

from __future__ import annotations

from minigo.core.astwalk import nodes
from minigo.source import pos_line
from minigo.syntax import ast
from minigo.types.objects import Builtin, Func
from minigo.vet.inspect import Pass, unparen

_LOOKS = frozenset(["cap", "complex", "imag", "len", "max", "min", "new", "real"])
_LOADS = ("Load", "LoadInt32", "LoadInt64", "LoadUint32", "LoadUint64", "LoadUintptr", "LoadPointer")
_STARTS = ("time.AfterFunc", "context.AfterFunc", "os/signal.Notify", "os/signal.NotifyContext")


def run(p: Pass) -> None:
    for loop in p.all(ast.ForStmt):
        if loop.init is None and loop.post is None and _Spin(p, loop).spins():
            p.report(loop.pos, "busy wait: this loop goes round without giving way to other goroutines")
    for select in p.all(ast.SelectStmt):
        if not select.body:
            _empty_select(p, select)


class _Spin:
    """One loop `for { }` or `for condition { }`."""

    def __init__(self, p: Pass, loop: ast.ForStmt) -> None:
        self.p = p
        self.loop = loop
        self.own = {
            obj
            for node in nodes(loop.body)
            if isinstance(node, ast.Ident) and (obj := p.info.defs.get(node)) is not None
        }

    def spins(self) -> bool:
        cond = self.loop.cond
        if cond is not None and (self.p.constant(cond) is False or not self.only_looks(cond)):
            return False
        return all(self.idle(stmt) for stmt in self.loop.body.stmts)

    def idle(self, s: ast.Stmt | None) -> bool:
        """Whether a round may pass this statement without doing anything or giving way."""
        match s:
            case None | ast.EmptyStmt():
                return True
            case ast.BranchStmt():
                return s.op == "continue"
            case ast.BlockStmt():
                return all(self.idle(stmt) for stmt in s.stmts)
            case ast.IfStmt():
                # What is done when the waiting is over does not matter.
                return (s.init is None or self.idle(s.init)) and self.only_looks(s.cond) and self.other(s)
            case ast.SelectStmt():
                default = [clause for clause in s.body if clause.comm is None]
                return bool(default) and all(self.idle(stmt) for stmt in default[0].body)
            case ast.AssignStmt():
                targets = [self.p.object_of(e) if isinstance(e, ast.Ident) else None for e in s.lhs]
                local = all(obj in self.own for obj in targets if obj is not None) and None not in targets
                return local and all(self.only_looks(e) for e in s.rhs)
            case _:
                return False

    def other(self, s: ast.IfStmt) -> bool:
        """An if that waits: one branch leaves the loop, the other is idle."""
        if s.orelse is not None:
            return (self.leaves(s.body.stmts) and self.idle(s.orelse)) or self.idle(s.body)
        return self.leaves(s.body.stmts) or all(self.idle(stmt) for stmt in s.body.stmts)

    def leaves(self, stmts: list[ast.Stmt]) -> bool:
        last = stmts[-1] if stmts else None
        return isinstance(last, ast.ReturnStmt) or (isinstance(last, ast.BranchStmt) and last.op in ("break", "goto"))

    def only_looks(self, e: ast.Expr) -> bool:
        """Whether evaluating `e` has no effect and does not wait."""
        for node in nodes(e):
            if isinstance(node, ast.FuncLit) or (isinstance(node, ast.UnaryExpr) and node.op == "<-"):
                return False
            if isinstance(node, ast.CallExpr) and not self.p.is_type(node.fun) and not self.quick(node):
                return False
        return True

    def quick(self, call: ast.CallExpr) -> bool:
        callee = self.p.callee(call)
        if isinstance(callee, Builtin):
            return callee.name in _LOOKS
        if not isinstance(callee, Func) or callee.pkg is None:
            return False
        if callee.pkg.path == "sync":
            return callee.name in ("TryLock", "TryRLock")
        if callee.pkg.path != "sync/atomic":
            return False
        if callee.name.startswith("CompareAndSwap"):
            return self.p.constant(call.args[-2]) is not None
        return callee.name in _LOADS


def _empty_select(p: Pass, select: ast.SelectStmt) -> None:
    """select {} never ends: what is deferred never runs, and main alone with it is a deadlock."""
    at: ast.Node = select
    while not isinstance(at, ast.FuncDecl | ast.FuncLit):
        at = p.parent[at]
    assert at.body is not None
    for node in nodes(at.body, into_literals=False):
        if isinstance(node, ast.DeferStmt) and node.pos < select.pos and p.parent[node] is at.body:
            p.report(select.pos, f"select {{}} never ends, so what line {pos_line(node.pos)} defers never runs")
            return
    is_main = isinstance(at, ast.FuncDecl) and at.name.name == "main" and at.recv is None and p.package.name == "main"
    if is_main and not _starts_goroutines(p):
        p.report(select.pos, "select {} with no other goroutine: all goroutines are asleep")


def _starts_goroutines(p: Pass) -> bool:
    """Whether anything in the package, or called by it and not known, may start a goroutine."""
    if p.all(ast.GoStmt) or p.local:
        return True
    for call in p.all(ast.CallExpr):
        callee = p.callee(call)
        if p.called(call) in _STARTS:
            return True
        if isinstance(callee, Func) and (callee.name in ("Go", "DoChan") or any(map(_is_function, call.args))):
            return True
        if callee is None and not p.is_type(call.fun) and not isinstance(unparen(call.fun), ast.FuncLit):
            return True
    return False


def _is_function(arg: ast.Expr) -> bool:
    return isinstance(unparen(arg), ast.FuncLit)
