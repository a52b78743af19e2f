"""Lowering of switch and type switch to chains of If."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.kinds import default_type, is_aggregate, is_interface
from minigo.source import Pos
from minigo.syntax import ast
from minigo.types.objects import Var
from minigo.types.types import Tuple, Type
from minigo.types.universe import INT

_DEEP = 24
"""With more clauses than this, the chain is a list of Ifs that break out instead of nested ones."""

Clause = tuple[Pos, c.Expr | None, list[c.Stmt]]
"""Position, condition (None: default), body."""


class Switches(LowererBase):
    def switch_stmt(self, s: ast.SwitchStmt, label: str) -> None:
        if s.init is not None:
            self.stmt(s.init)
        self.breakable(s.pos, label, lambda: self._switch_body(s))

    def _switch_body(self, s: ast.SwitchStmt) -> None:
        tag: c.Expr | None = None
        tag_type: Type | None = None
        if s.tag is not None:
            exprs = [self.expr(s.tag)]
            self.order_together(exprs)
            tag, tag_type = exprs[0], default_type(self.type_of(s.tag))
            if not isinstance(tag, c.Const) and not self._is_constant_local(tag):
                tag = self.let(self.copied(tag, tag_type), tag_type, "tag")
        clauses: list[Clause] = []
        for clause in s.body:
            cond: c.Expr | None = None
            for e in clause.exprs or []:
                test = self.ordered(self._test(tag, tag_type, e))
                cond = test if cond is None else c.Or(e.pos, cond, test)
            clauses.append((clause.pos, cond, self.block(clause.body)))
        through = [_falls_through(clause.body) for clause in s.body]
        if any(through):
            self._fall_through(s.pos, clauses, through)
        else:
            self._chain(s.pos, clauses)

    def _is_constant_local(self, x: c.Expr) -> bool:
        """A variable that nothing between the evaluation of the tag and the choice of a clause can change."""
        return isinstance(x, c.Local) and not x.var.boxed and not is_aggregate(x.var.type)

    def _test(self, tag: c.Expr | None, tag_type: Type | None, e: ast.Expr) -> c.Expr:
        if tag is None or tag_type is None:
            return self.expr(e)
        if self.is_nil(e):
            return self.compare_nil(e.pos, "==", tag, tag_type)
        return self.compare(e.pos, "==", tag, tag_type, self.expr(e), default_type(self.type_of(e)))

    def _chain(self, pos: Pos, clauses: list[Clause]) -> None:
        rest: list[c.Stmt] = []
        for _, cond, body in clauses:
            if cond is None:
                rest = body
        conditional = [(p, cond, body) for p, cond, body in clauses if cond is not None]
        if len(conditional) > _DEEP:
            done = c.Label("switch")
            flat: list[c.Stmt] = [c.If(p, cond, [*body, c.Break(p, done)], []) for p, cond, body in conditional]
            self.frame.out.append(c.Block(pos, done, [*flat, *rest]))
            return
        for p, cond, body in reversed(conditional):
            rest = [c.If(p, cond, body, rest)]
        self.frame.out.extend(rest)

    def _fall_through(self, pos: Pos, clauses: list[Clause], through: list[bool]) -> None:
        """First the number of the clause is found, then bodies run in order: one that falls through names the next."""
        chosen = self.temp(INT, "clause")
        default = next((i for i, (_, cond, _) in enumerate(clauses) if cond is None), -1)
        self.emit(c.Let(pos, chosen, c.Const(pos, default)))
        numbered: list[Clause] = [
            (p, cond, [c.Store(p, c.Local(p, chosen), c.Const(p, i))])
            for i, (p, cond, _) in enumerate(clauses)
            if cond is not None
        ]
        self._chain(pos, numbered)
        for i, (p, _, body) in enumerate(clauses):
            if through[i]:
                body.append(c.Store(p, c.Local(p, chosen), c.Const(p, i + 1)))
            test = self.op(p, "eq.int64", [c.Local(p, chosen), c.Const(p, i)])
            if body:
                self.frame.out.append(c.If(p, test, body, []))

    # ------------------------------------------------------------ type switch

    def type_switch_stmt(self, s: ast.TypeSwitchStmt, label: str) -> None:
        if s.init is not None:
            self.stmt(s.init)
        self.breakable(s.pos, label, lambda: self._type_switch_body(s))

    def _type_switch_body(self, s: ast.TypeSwitchStmt) -> None:
        exprs = [self.expr(s.x)]
        self.order_together(exprs)
        x = exprs[0]
        if not self._is_constant_local(x):
            x = self.let(x, self.type_of(s.x), "x")
        rtype = self.let(self.op(s.pos, "iface.type", [x]), Tuple([]), "type")
        clauses: list[Clause] = []
        for clause in s.body:
            cond: c.Expr | None = None
            for e in clause.exprs or []:
                test = self._type_test(e, rtype)
                cond = test if cond is None else c.Or(e.pos, cond, test)
            clauses.append((clause.pos, cond, self.collect(lambda clause=clause: self._type_clause(clause, x))))  # type: ignore[misc]
        self._chain(s.pos, clauses)

    def _type_test(self, e: ast.Expr, rtype: c.Expr) -> c.Expr:
        if self.is_nil(e):
            return self.op(e.pos, "eq.nil", [rtype])
        t = self.type_of(e)
        return self.op(e.pos, "type.implements" if is_interface(t) else "type.is", [rtype], t)

    def _type_clause(self, clause: ast.CaseClause, x: c.Expr) -> None:
        obj = self.info.implicits.get(clause)
        if isinstance(obj, Var):
            value = x
            types = clause.exprs or []
            if len(types) == 1 and not self.is_nil(types[0]):
                t = self.type_of(types[0])
                if not is_interface(t):
                    value = self.copied(self.op(clause.pos, "iface.value", [x]), t)
            self.emit(c.Let(clause.pos, self.declare(obj), value))
        self.stmts(clause.body)


def _falls_through(body: list[ast.Stmt]) -> bool:
    last = body[-1] if body else None
    return isinstance(last, ast.BranchStmt) and last.op == "fallthrough"
