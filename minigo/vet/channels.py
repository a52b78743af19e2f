"""channels: sends on and closes of channels that are nil or closed by then, as far as straight-line code tells.

What is known of each local channel variable (nil, open, or closed, and where) is followed through the statements of a
function. A statement with branches or a loop makes unknown what it may change; inside, what was known before it counts
until then. Variables that function literals assign, or whose address is taken, are not followed. A channel that a
deferred call will close must not be closed before.
"""

from __future__ import annotations

from minigo.core.astwalk import nodes
from minigo.record import record
from minigo.source import NO_POS, Pos, pos_line
from minigo.syntax import ast
from minigo.types.objects import Var
from minigo.types.types import Chan
from minigo.vet.inspect import Pass, under, unparen

NIL, OPEN, CLOSED = "nil", "open", "closed"


@record(slots=True, frozen=True)
class _State:
    """What is known of a channel; `pos` is where it was closed or, for one that is nil, declared."""

    what: str
    pos: Pos = NO_POS


_Known = dict[Var, _State]


def run(p: Pass) -> None:
    for function in p.functions():
        assert function.body is not None
        _Channels(p).stmts(function.body.stmts, {})


class _Channels:
    def __init__(self, p: Pass) -> None:
        self.p = p
        self.deferred: dict[Var, Pos] = {}
        """The channels that a deferred call closes, whatever happens."""

    def stmts(self, stmts: list[ast.Stmt], known: _Known) -> None:
        for stmt in stmts:
            self.stmt(stmt, known)

    def stmt(self, s: ast.Stmt, known: _Known) -> None:
        match s:
            case ast.DeclStmt():
                self.declare(s.decl, known)
            case ast.AssignStmt():
                self.assign(s, known)
            case ast.ExprStmt() if self.closed_by(s.x) is not None:
                self.close(s.x, known)
            case ast.SendStmt():
                self.send(s, known)
            case ast.DeferStmt():
                var = self.closed_by(s.call)
                if var is not None and not self.in_loop(s):
                    if var in self.deferred:
                        self.p.report(s.pos, f"close of {var.name}, which the defer in {self.line(var)} closes too")
                    self.deferred.setdefault(var, s.pos)
            case ast.BlockStmt():
                self.stmts(s.stmts, known)
            case ast.LabeledStmt():
                # Somebody may come here from anywhere.
                known.clear()
                self.stmt(s.stmt, known)
            case ast.IfStmt():
                if s.init is not None:
                    self.stmt(s.init, known)
                self.branch(s.body.stmts, known)
                if s.orelse is not None:
                    self.branch([s.orelse], known)
                self.forget(s, known)
            case ast.ForStmt() | ast.RangeStmt():
                self.loop(s, known)
            case ast.SwitchStmt() | ast.TypeSwitchStmt() | ast.SelectStmt():
                if not isinstance(s, ast.SelectStmt) and s.init is not None:
                    self.stmt(s.init, known)
                for clause in s.body:
                    comm = [clause.comm] if isinstance(clause, ast.CommClause) and clause.comm is not None else []
                    # A clause of a select with a nil channel is one that is switched off.
                    inside = {v: state for v, state in known.items() if not comm or state.what != NIL}
                    self.branch([*comm, *clause.body], inside)
                self.forget(s, known)

    def branch(self, stmts: list[ast.Stmt], known: _Known) -> None:
        """Statements that are executed or not. What they defer is not sure to be."""
        deferred = dict(self.deferred)
        self.stmts(stmts, dict(known))
        self.deferred = deferred

    def loop(self, s: ast.ForStmt | ast.RangeStmt, known: _Known) -> None:
        if isinstance(s, ast.ForStmt) and s.init is not None:
            self.stmt(s.init, known)
        self.closed_each_round(s)
        self.forget(s, known)
        self.branch(s.body.stmts, known)

    def closed_each_round(self, s: ast.ForStmt | ast.RangeStmt) -> None:
        """Report a close in a loop whose second round is sure to close the channel again, if there is one."""
        if any(isinstance(node, ast.BranchStmt | ast.ReturnStmt) or self.ends(node) for node in nodes(s.body)):
            return
        for stmt in s.body.stmts:
            var = self.closed_by(stmt.x) if isinstance(stmt, ast.ExprStmt) else None
            if var is not None and var.pos < s.pos and not self.assigns(s, var):
                self.p.report(stmt.pos, f"close of {var.name} in a loop: the second round closes it again")

    def ends(self, node: ast.Node) -> bool:
        return isinstance(node, ast.CallExpr) and self.p.called(node) in ("panic", "os.Exit", "runtime.Goexit")

    def assigns(self, root: ast.Node, var: Var) -> bool:
        return any(
            self.p.local_var(e) is var for node in nodes(root) if isinstance(node, ast.AssignStmt) for e in node.lhs
        )

    def forget(self, root: ast.Node, known: _Known) -> None:
        """Nothing is known any more of what `root` assigns or closes."""
        for node in nodes(root):
            targets: list[ast.Expr | None] = []
            if isinstance(node, ast.AssignStmt):
                targets = [*node.lhs]
            elif isinstance(node, ast.RangeStmt):
                targets = [node.key, node.value]
            elif isinstance(node, ast.CallExpr) and self.p.called(node) == "close":
                targets = [*node.args]
            for e in targets:
                var = self.p.local_var(unparen(e)) if e is not None else None
                if var is not None:
                    known.pop(var, None)

    # ------------------------------------------------------------ what is known

    def followed(self, e: ast.Expr) -> Var | None:
        """The local channel variable that `e` is, if nobody changes it behind our back."""
        var = self.p.local_var(unparen(e))
        if var is None or not isinstance(under(var.type), Chan) or var in self.p.info.addressed:
            return None
        if var in self.p.info.captured and (self.p.info.assigned.get(var, 0) or self.closed_elsewhere(var)):
            return None
        return var

    def closed_elsewhere(self, var: Var) -> bool:
        """Whether a function literal closes a variable of the function around it: when is not known."""
        for call in self.p.all(ast.CallExpr):
            if self.p.called(call) == "close" and call.args and self.p.local_var(unparen(call.args[0])) is var:
                at: ast.Node = call
                while not isinstance(at, ast.FuncDecl | ast.FuncLit):
                    at = self.p.parent[at]
                if at.type.pos > var.pos:
                    return True
        return False

    def declare(self, decl: ast.GenDecl, known: _Known) -> None:
        for spec in decl.specs:
            if isinstance(spec, ast.ValueSpec) and decl.tok == "var":
                for i, name in enumerate(spec.names):
                    value = spec.values[i] if len(spec.values) == len(spec.names) else None
                    self.give(name, value, known, unknown=bool(spec.values) and value is None)

    def assign(self, s: ast.AssignStmt, known: _Known) -> None:
        for i, e in enumerate(s.lhs):
            self.give(e, s.rhs[i] if len(s.rhs) == len(s.lhs) else None, known, unknown=len(s.rhs) != len(s.lhs))

    def give(self, target: ast.Expr, value: ast.Expr | None, known: _Known, *, unknown: bool) -> None:
        var = self.followed(target)
        if var is None:
            return
        known.pop(var, None)
        if unknown:
            return
        if value is None or self.is_nil(value):
            known[var] = _State(NIL, target.pos)
        elif self.p.called(unparen(value)) == "make":
            known[var] = _State(OPEN)

    def is_nil(self, e: ast.Expr) -> bool:
        found = self.p.info.types.get(unparen(e))
        return found is not None and found.mode == "nilvalue"

    # ------------------------------------------------------------ what is done

    def closed_by(self, e: ast.Expr) -> Var | None:
        """The variable that `close(c)` closes."""
        if not isinstance(e, ast.CallExpr) or self.p.called(e) != "close" or not e.args:
            return None
        return self.followed(e.args[0])

    def in_loop(self, node: ast.Node) -> bool:
        while not isinstance(node, ast.FuncDecl | ast.FuncLit):
            if isinstance(node, ast.ForStmt | ast.RangeStmt):
                return True
            node = self.p.parent[node]
        return False

    def line(self, var: Var) -> str:
        return f"line {pos_line(self.deferred[var])}"

    def close(self, call: ast.Expr, known: _Known) -> None:
        var = self.closed_by(call)
        assert var is not None
        state = known.get(var, _State(""))
        if state.what == CLOSED:
            self.p.report(call.pos, f"close of closed channel {var.name}: line {pos_line(state.pos)} closes it")
        elif state.what == NIL:
            self.p.report(call.pos, f"close of nil channel {var.name}")
        elif var in self.deferred and not self.assigns_after_defer(var):
            self.p.report(call.pos, f"close of {var.name}, which the defer in {self.line(var)} closes too")
        known[var] = _State(CLOSED, call.pos)

    def assigns_after_defer(self, var: Var) -> bool:
        return bool(self.p.info.assigned.get(var, 0))

    def send(self, s: ast.SendStmt, known: _Known) -> None:
        var = self.followed(s.chan)
        state = known.get(var) if var is not None else None
        if var is None or state is None:
            return
        if state.what == CLOSED:
            self.p.report(s.pos, f"send on closed channel {var.name}: line {pos_line(state.pos)} closes it")
        elif state.what == NIL:
            self.p.report(s.pos, f"send on nil channel {var.name} blocks for ever")
