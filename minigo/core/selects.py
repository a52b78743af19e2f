"""Lowering of select."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.kinds import elem_type
from minigo.core.order import order
from minigo.source import InternalError
from minigo.syntax import ast
from minigo.types.types import Tuple, Type
from minigo.types.universe import BOOL, INT


def _receive(s: ast.Stmt | None) -> ast.UnaryExpr | None:
    """The receive operation of a clause."""
    e: ast.Expr | None = None
    if isinstance(s, ast.ExprStmt):
        e = s.x
    elif isinstance(s, ast.AssignStmt):
        e = s.rhs[0]
    while isinstance(e, ast.ParenExpr):
        e = e.x
    return e if isinstance(e, ast.UnaryExpr) and e.op == "<-" else None


class Selects(LowererBase):
    def select_stmt(self, s: ast.SelectStmt, label: str) -> None:
        self.breakable(s.pos, label, lambda: self._select_body(s))

    def _select_body(self, s: ast.SelectStmt) -> None:
        only = s.body[0] if len(s.body) == 1 else None
        if only is not None and only.comm is not None:  # waits like the operation alone
            if isinstance(only.comm, ast.AssignStmt) and only.comm.op == "=":
                self._receive_and_assign(only.comm)
            else:
                self.stmt(only.comm)
            self.stmts(only.body)
            return
        cases = [self._case(clause.comm) for clause in s.body if clause.comm is not None]
        has_default = len(cases) < len(s.body)
        flat = [x for case in cases for x in ((case.chan,) if case.value is None else (case.chan, case.value))]
        if self.frame.effects:
            self.frame.effects = False
            flat = [self._operand(x) for x in flat]
        items = iter(flat)
        for case in cases:
            case.chan = next(items)
            if case.value is not None:
                case.value = next(items)
        select = c.Select(s.pos, cases, has_default)
        if not s.body:
            self.emit(c.Eval(s.pos, select))
            return
        chosen, value, ok = self.temp(INT, "case"), self.temp(Tuple([]), "value"), self.temp(BOOL, "ok")
        self.frame.effects = False
        self.frame.out.append(c.Unpack(s.pos, [chosen, value, ok], select))
        branches: list[tuple[ast.CommClause, int, list[c.Stmt]]] = []
        number = 0
        for clause in s.body:
            body = self.collect(lambda clause=clause: self._clause(clause, value, ok))  # type: ignore[misc]
            branches.append((clause, -1 if clause.comm is None else number, body))
            number += clause.comm is not None
        # The last case needs no test: nothing else is left.
        *tested, (_, _, rest) = branches
        for clause, index, body in reversed(tested):
            test = self.op(clause.pos, "eq.int64", [c.Local(clause.pos, chosen), c.Const(clause.pos, index)])
            rest = [c.If(clause.pos, test, body, rest)]
        self.frame.out.extend(rest)

    def _receive_and_assign(self, comm: ast.AssignStmt) -> None:
        """`x[i()] = <-c()` as a case: unlike in an assignment, the left side is evaluated when a value was received."""
        receive = _receive(comm)
        if receive is None:
            raise InternalError(f"no communication at {self.fset.format(comm.pos)}")
        elem = elem_type(self.type_of(receive.x))
        if len(comm.lhs) == 1:
            self.store(comm.op_pos, comm.lhs[0], self.let(self.expr(receive), elem), elem)
            return
        exprs = [self.commaok(receive)[0]]
        self.order_together(exprs)
        value, ok = self.temp(elem), self.temp(BOOL)
        self.emit(c.Unpack(comm.op_pos, [value, ok], exprs[0]))
        self.store(comm.op_pos, comm.lhs[0], c.Local(comm.pos, value), elem)
        self.store(comm.op_pos, comm.lhs[1], c.Local(comm.pos, ok), BOOL)

    def _operand(self, x: c.Expr) -> c.Expr:
        """An operand with the value that it has before the operands after it are evaluated."""
        exprs = [x]
        self.frame.out.extend(order(exprs, self.temp_for))
        return self.stable(exprs[0], set())

    def _case(self, comm: ast.Stmt) -> c.SelectCase:
        if isinstance(comm, ast.SendStmt):
            chan = self.expr(comm.chan)
            value = self.value(comm.value, elem_type(self.type_of(comm.chan)))
            return c.SelectCase("send", chan, value, comm.pos)
        receive = _receive(comm)
        if receive is None:
            raise InternalError(f"no communication at {self.fset.format(comm.pos)}")
        return c.SelectCase("recv", self.expr(receive.x), None, comm.pos)

    def _clause(self, clause: ast.CommClause, value: c.Var, ok: c.Var) -> None:
        comm = clause.comm
        receive = _receive(comm)
        if isinstance(comm, ast.AssignStmt) and receive is not None:
            elem = elem_type(self.type_of(receive.x))
            self._bind(comm, 0, c.Local(comm.pos, value), elem)
            if len(comm.lhs) == 2:
                self._bind(comm, 1, c.Local(comm.pos, ok), BOOL)
        self.stmts(clause.body)

    def _bind(self, comm: ast.AssignStmt, index: int, value: c.Expr, t: Type) -> None:
        if comm.op == ":=":
            self.define(comm.op_pos, comm.lhs[index], value, t)
        else:
            self.store(comm.op_pos, comm.lhs[index], value, t)
