"""Statements and function bodies. Where branch statements lead is checked together with the labels."""

from __future__ import annotations

from collections.abc import Callable

from minigo.check.environment import DeclInfo, Environment
from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand, Target
from minigo.check.returns import is_terminating
from minigo.syntax import ast
from minigo.syntax.exprstring import own_pos, start_pos, unparen
from minigo.types.objects import Object, Scope, Var
from minigo.types.predicates import all_boolean, all_numeric
from minigo.types.types import Chan, Signature
from minigo.types.typeset import core_type


class Stmts(ExprBase):
    # ------------------------------------------------------------ functions

    def func_body(
        self, decl: DeclInfo | None, name: str, sig: Signature, body: ast.BlockStmt, iota: int | None
    ) -> None:
        scope = sig.scope
        assert scope is not None, f"{name} has no scope"
        scope.is_func = True
        saved = self.env
        self.env = Environment(scope=scope, decl=decl, iota=iota, sig=sig)
        try:
            self.stmt_list(body.stmts)
            self.labels(body)
            if sig.results.vars and not is_terminating(body, self.env.is_panic):
                self.error(body.rbrace, "missing return")
            self.usage(scope)
        finally:
            self.env = saved

    def usage(self, scope: Scope) -> None:
        # blocks in order, so that errors come in the order of the source
        for obj in scope.names.values():
            if isinstance(obj, Var) and not obj.used:
                self.unused(obj.pos, f"declared and not used: {obj.name}")
        for child in scope.children:
            # function literals are checked by themselves
            if not child.is_func:
                self.usage(child)

    # ------------------------------------------------------------ lists

    def stmt_list(self, stmts: list[ast.Stmt]) -> None:
        for s in stmts:
            self.stmt(s)

    def stmt(self, s: ast.Stmt) -> None:
        top = len(self.delayed)
        handler = _HANDLERS.get(type(s))
        if handler is not None:
            handler(self, s)
        # function literals are checked before the scopes around them change
        if len(self.delayed) > top:
            self.process_delayed(top)

    def _simple_stmt(self, s: ast.Stmt | None) -> None:
        if s is not None:
            self.stmt(s)

    def block(self, node: ast.Node, stmts: list[ast.Stmt], kind: str = "block") -> None:
        """Statements in a scope of their own."""
        self.open_scope(node, kind)
        self.stmt_list(stmts)
        self.close_scope()

    # ------------------------------------------------------------ simple statements

    def _decl_stmt(self, s: ast.DeclStmt) -> None:
        self.decl_stmt(s.decl)

    def _labeled_stmt(self, s: ast.LabeledStmt) -> None:
        self.stmt(s.stmt)

    def _expr_stmt(self, s: ast.ExprStmt) -> None:
        x = Operand()
        kind = self.raw_expr(None, x, s.x, None, False)
        if not x.valid:
            return
        if x.mode == "builtin":
            problem = "must be called"
        elif x.mode == "type":
            problem = "is not an expression"
        elif kind == "statement":
            return
        else:
            problem = "is not used"
        self.error_at(x, f"{self.operand_string(x)} {problem}")

    def _send_stmt(self, s: ast.SendStmt) -> None:
        ch = self.evaluate(s.chan)
        core = core_type(ch.type) if ch.valid else None
        value = self.evaluate(s.value, Target.of(core.elem, "send") if isinstance(core, Chan) else None)
        if not ch.valid or not value.valid:
            return
        elem = self.chan_elem(ch, ch, recv=False)
        if elem is not None:
            self.assignment(value, elem, "send")

    def _inc_dec_stmt(self, s: ast.IncDecStmt) -> None:
        x = self.evaluate(s.x)
        if not x.valid:
            return
        if not all_numeric(x.type):
            text = f"{self.expr_string(s.x)}{s.op} (non-numeric type {self.type_string(x.type)})"
            self.invalid_op(s.x, text)
            return
        self.assign_var(s.x, None, x, "assignment")

    def _assign_stmt(self, s: ast.AssignStmt) -> None:
        if s.op == "=":
            self.assign_vars(s.lhs, s.rhs)
        elif s.op == ":=":
            self.short_var_decl(s.op_pos, s.lhs, s.rhs)
        else:
            if len(s.lhs) != 1 or len(s.rhs) != 1:
                self.error(s.op_pos, f"assignment operation {s.op} requires single-valued expressions")
                return
            x = Operand()
            self.binary(x, None, s.lhs[0], s.rhs[0], s.op[:-1], s.op_pos)
            self.assign_var(s.lhs[0], None, x, "assignment operation")

    def _go_stmt(self, s: ast.GoStmt) -> None:
        self._suspended_call("go", s.call)

    def _defer_stmt(self, s: ast.DeferStmt) -> None:
        self._suspended_call("defer", s.call)

    def _suspended_call(self, keyword: str, call: ast.Expr) -> None:
        call = unparen(call)
        if not isinstance(call, ast.CallExpr):
            self.error_at(call, f"expression in {keyword} must be function call")
            self.use(call)
            return
        x = Operand()
        kind = self.raw_expr(None, x, call, None, False)
        if not x.valid or kind == "statement":
            return
        problem = "requires function call, not conversion" if kind == "conversion" else "discards result of"
        self.error_at(x, f"{keyword} {problem} {self.operand_string(x)}")

    def _return_stmt(self, s: ast.ReturnStmt) -> None:
        sig = self.env.sig
        assert sig is not None
        results = sig.results.vars
        if self._in_body():
            for v in results:
                self.info.captured.add(v)
                self.record_assigned(v)
        if not s.results:
            if results and results[0].name:
                self._check_shadowed_results(s, results)
            elif results:
                self.return_error(s, results, [])
        elif results:
            self.init_vars(results, s.results, s)
        elif self.use(*s.results):
            self.return_error(s, [], self.expr_list(s.results))

    def _in_body(self) -> bool:
        """Whether the statement is in the body of a range over a function."""
        scope: Scope | None = self.env.scope
        while scope is not None and not scope.is_func:
            if scope.is_body:
                return True
            scope = scope.parent
        return False

    def _check_shadowed_results(self, s: ast.ReturnStmt, results: list[Var]) -> None:
        for v in results:
            inner = self.lookup(v.name)
            if inner is not None and inner is not v and v.name != "_":
                self.error_parts(
                    s.pos,
                    f"result parameter {v.name} not in scope at return",
                    (inner.pos, f"inner declaration of {self._object_string(v)}"),
                )

    def _object_string(self, obj: Object) -> str:
        kind = type(obj).__name__.lower()
        return f"{'type' if kind == 'typename' else kind} {obj.name} {self.type_string(obj.type)}"

    # ------------------------------------------------------------ compound statements

    def _block_stmt(self, s: ast.BlockStmt) -> None:
        self.block(s, s.stmts)

    def _condition(self, cond: ast.Expr, what: str) -> None:
        x = self.evaluate(cond)
        if x.valid and not all_boolean(x.type):
            self.error_at(cond, f"non-boolean condition in {what} statement")

    def _if_stmt(self, s: ast.IfStmt) -> None:
        self.open_scope(s, "if")
        self._simple_stmt(s.init)
        self._condition(s.cond, "if")
        self.block(s.body, s.body.stmts)
        if s.orelse is not None:
            self.stmt(s.orelse)
        self.close_scope()

    def _for_stmt(self, s: ast.ForStmt) -> None:
        self.open_scope(s, "for")
        self._simple_stmt(s.init)
        if s.cond is not None:
            self._condition(s.cond, "for")
        self._simple_stmt(s.post)
        self.block(s.body, s.body.stmts)
        self.close_scope()

    def _range_stmt(self, s: ast.RangeStmt) -> None:
        self.range_stmt(s)

    def _switch_stmt(self, s: ast.SwitchStmt) -> None:
        self.open_scope(s, "switch")
        self._simple_stmt(s.init)
        self.switch_stmt(s)
        self.close_scope()

    def _type_switch_stmt(self, s: ast.TypeSwitchStmt) -> None:
        self.open_scope(s, "switch")
        self._simple_stmt(s.init)
        self.type_switch_stmt(s)
        self.close_scope()

    def _select_stmt(self, s: ast.SelectStmt) -> None:
        first: ast.CommClause | None = None
        for clause in s.body:
            if clause.comm is None:
                if first is not None:
                    self.error(clause.pos, f"multiple defaults (first at {self.format_pos(first.pos)})")
                else:
                    first = clause
        for clause in s.body:
            if clause.comm is not None and not _is_communication(clause.comm):
                at = clause.comm
                pos = own_pos(at.x) if isinstance(at, ast.ExprStmt) else start_pos(at)
                self.error(pos, "select case must be send or receive (possibly with assignment)")
                continue
            self.open_scope(clause, "case")
            self._simple_stmt(clause.comm)
            self.stmt_list(clause.body)
            self.close_scope()


def _is_communication(s: ast.Stmt) -> bool:
    """A send, or a receive whose value is used by an assignment or not at all."""
    if isinstance(s, ast.SendStmt):
        return True
    received: ast.Expr | None = None
    if isinstance(s, ast.ExprStmt):
        received = s.x
    elif isinstance(s, ast.AssignStmt) and len(s.rhs) == 1:
        received = s.rhs[0]
    if received is None:
        return False
    received = unparen(received)
    return isinstance(received, ast.UnaryExpr) and received.op == "<-"


_HANDLERS: dict[type[ast.Stmt], Callable[..., None]] = {
    ast.AssignStmt: Stmts._assign_stmt,
    ast.BlockStmt: Stmts._block_stmt,
    ast.DeclStmt: Stmts._decl_stmt,
    ast.DeferStmt: Stmts._defer_stmt,
    ast.ExprStmt: Stmts._expr_stmt,
    ast.ForStmt: Stmts._for_stmt,
    ast.GoStmt: Stmts._go_stmt,
    ast.IfStmt: Stmts._if_stmt,
    ast.IncDecStmt: Stmts._inc_dec_stmt,
    ast.LabeledStmt: Stmts._labeled_stmt,
    ast.RangeStmt: Stmts._range_stmt,
    ast.ReturnStmt: Stmts._return_stmt,
    ast.SelectStmt: Stmts._select_stmt,
    ast.SendStmt: Stmts._send_stmt,
    ast.SwitchStmt: Stmts._switch_stmt,
    ast.TypeSwitchStmt: Stmts._type_switch_stmt,
}
