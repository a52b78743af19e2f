"""Expression switches and type switches."""

from __future__ import annotations

from minigo.check.constrep import constant_key
from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.source import NO_POS, Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import start_pos, unparen
from minigo.types.constants import ConstValue, Unknown
from minigo.types.objects import Nil, Var
from minigo.types.predicates import comparable, has_nil, is_type_param
from minigo.types.types import INVALID, Interface, Type
from minigo.types.typeset import identical
from minigo.types.universe import BOOL

# The constant cases seen so far: for each value, the types it had and where.
_Seen = dict[tuple[str, ConstValue], list[tuple[Type, Pos]]]


class Switches(ExprBase):
    def _multiple_defaults(self, clauses: list[ast.CaseClause]) -> None:
        first: ast.CaseClause | None = None
        for clause in clauses:
            if clause.exprs is None:
                if first is not None:
                    self.error(clause.pos, f"multiple defaults (first at {self.format_pos(first.pos)})")
                else:
                    first = clause

    # ------------------------------------------------------------ expression switches

    def switch_stmt(self, s: ast.SwitchStmt) -> None:
        """A switch on values; its init statement has been checked, in a scope that is open."""
        x = Operand()
        if s.tag is not None:
            self.expr(None, x, s.tag)
            # what a temporary variable could not hold cannot be switched on
            self.assignment(x, None, "switch expression")
            if x.valid and not comparable(x.type) and not has_nil(x.type):
                self.fail(
                    x, f"cannot switch on {self.operand_string(x)} ({self.type_string(x.type)} is not comparable)"
                )
        else:
            x.set_const(BOOL, True)
            x.expr = ast.Ident(s.body[0].pos if s.body else s.rbrace, "true")
        self._multiple_defaults(s.body)
        seen: _Seen = {}
        for clause in s.body:
            self._case_values(x, clause.exprs or [], seen)
            self.block(clause, clause.body, "case")

    def _case_values(self, x: Operand, exprs: list[ast.Expr], seen: _Seen) -> None:
        for e in exprs:
            v = self.evaluate(e)
            if not x.valid or not v.valid:
                continue
            self.convert_untyped(v, x.type)
            if not v.valid:
                continue
            # compared in this order, errors are about the case
            result = v.copy()
            self.comparison(result, x.copy(), "==", True)
            if not result.valid or v.mode != "constant":
                continue
            value = v.value
            if value is None or isinstance(value, bool | Unknown):
                continue
            previous = seen.setdefault(constant_key(value), [])
            other = next((pos for t, pos in previous if identical(t, v.type)), None)
            if other is not None:
                self.error_parts(
                    v.pos,
                    f"duplicate case {self.operand_string(v)} in expression switch",
                    (other, "previous case"),
                )
                continue
            previous.append((v.type, v.pos))

    # ------------------------------------------------------------ type switches

    def type_switch_stmt(self, s: ast.TypeSwitchStmt) -> None:
        """A switch on the type of an interface's value; its init statement has been checked."""
        bind = s.bind
        if bind is not None:
            if bind.name == "_":
                self.soft_error(bind.pos, "no new variable on left side of :=")
                bind = None
            else:
                # each clause declares a variable of its own
                self.record_def(bind, None)
        x: Operand | None = self.evaluate(s.x)
        assert x is not None
        if not x.valid:
            x = None
        elif is_type_param(x.type):
            self.error_at(x, f"cannot use type switch on type parameter value {self.operand_string(x)}")
            x = None
        elif not isinstance(x.type.underlying(), Interface):
            self.error_at(x, f"{self.operand_string(x)} is not an interface")
            x = None

        self._multiple_defaults(s.body)
        seen: list[tuple[Type | None, ast.Expr]] = []
        variables: list[Var] = []
        for clause in s.body:
            typ = self._case_types(x, clause.exprs or [], seen)
            self.open_scope(clause, "case")
            if bind is not None:
                v = Var(bind.name, typ, bind.pos, self.pkg)
                self.declare(self.env.scope, None, v, NO_POS)
                self.record_implicit(clause, v)
                variables.append(v)
            self.stmt_list(clause.body)
            self.close_scope()
        if bind is None:
            return
        # the variables act as one: it is enough that one of them is used
        used = False
        for v in variables:
            used = used or v.used
            v.used = True
        if not used:
            self.unused(bind.pos, f"{bind.name} declared and not used")

    def _case_types(self, x: Operand | None, exprs: list[ast.Expr], seen: list[tuple[Type | None, ast.Expr]]) -> Type:
        """Check the types of a case; returns the type the variable has in its clause."""
        typ: Type | None = None
        for e in exprs:
            if self._is_nil(e):
                typ = None
                self.evaluate(e)
            else:
                typ = self.var_type(e)
                if typ is INVALID:
                    continue
            other = next((o for t, o in seen if t is typ or (t and typ and identical(t, typ))), None)
            if other is not None:
                text = self.type_string(typ) if typ is not None else "nil"
                self.error_parts(
                    start_pos(e), f"duplicate case {text} in type switch", (start_pos(other), "previous case")
                )
                continue
            seen.append((typ, e))
            if x is not None and typ is not None:
                self.type_assertion(e, x, typ, True)
        if len(exprs) == 1 and typ is not None:
            return typ
        return x.type if x is not None else INVALID

    def _is_nil(self, e: ast.Expr) -> bool:
        inner = unparen(e)
        return isinstance(inner, ast.Ident) and inner.name == "nil" and isinstance(self.lookup("nil"), Nil)
