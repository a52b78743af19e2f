"""Assignments and initialisation: what can be assigned to what, and how lists of values match lists of variables."""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand, Target
from minigo.source import NO_POS, Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import expr_string, unparen
from minigo.types.objects import Const, Object, Var
from minigo.types.predicates import is_non_type_param_interface, is_untyped
from minigo.types.types import INVALID, Signature, Type
from minigo.types.universe import UNTYPED_BOOL, UNTYPED_NIL, default_type


class Assignments(ExprBase):
    def assignment(self, x: Operand, t: Type | None, context: str) -> None:
        self.single_value(x)
        if not x.valid:
            return
        if x.mode in ("novalue", "builtin", "type"):
            self.fail(x, f"cannot assign {self.operand_string(x)} to {self.type_string(t)} in {context}")
            return
        if is_untyped(x.type):
            target = t
            if target is None or is_non_type_param_interface(target):
                if target is None and x.type is UNTYPED_NIL:
                    self.fail(x, f"use of untyped nil in {context}")
                    return
                if not x.is_nil:
                    # the value is converted to its default type first
                    target = default_type(x.type)
            assert target is not None
            reason = self.adopt_type(x, target)
            if reason:
                msg = f"cannot use {self.operand_string(x)} as {self.type_string(target)} value in {context}"
                if reason in ("truncated", "overflows"):
                    msg += f" ({reason})"
                self.fail(x, msg)
                return
        if isinstance(x.type, Signature) and x.type.type_params:
            self.fail(x, f"cannot use generic function {expr_string(x.syntax())} without instantiation in {context}")
            return
        if t is None:
            return
        ok, cause = self.assignable_to(x, t)
        if not ok:
            msg = f"cannot use {self.operand_string(x)} as {self.type_string(t)} value in {context}"
            self.fail(x, f"{msg}: {cause}" if cause else msg)

    # ------------------------------------------------------------ initialisation

    def init_const(self, lhs: Object, x: Operand) -> None:
        assert isinstance(lhs, Const)
        if not x.valid or x.type is INVALID or lhs.type is INVALID:
            lhs.type = lhs.type or INVALID
            return
        if x.mode != "constant":
            self.error_at(x, f"{self.operand_string(x)} is not constant")
            lhs.type = lhs.type or INVALID
            return
        if lhs.type is None:
            lhs.type = x.type
        self.assignment(x, lhs.type, "constant declaration")
        if x.valid:
            lhs.value = x.value

    def init_var(self, lhs: Var, x: Operand, context: str) -> None:
        if not x.valid or x.type is INVALID or lhs.type is INVALID:
            lhs.type = lhs.type or INVALID
            x.invalidate()
            return
        if lhs.type is None:
            if x.type is UNTYPED_NIL:
                lhs.type = INVALID
                self.fail(x, f"use of untyped nil in {context}")
                return
            lhs.type = default_type(x.type)
        self.assignment(x, lhs.type, context)

    def init_vars(self, lhs: list[Var], rhs: list[ast.Expr], return_stmt: ast.ReturnStmt | None) -> None:
        left, right = len(lhs), len(rhs)
        context = "return statement" if return_stmt is not None else _assign_context(left)
        # a single call is left to the code below, which says how many values it returns
        if left == right and not _is_call(rhs):
            for v, e in zip(lhs, rhs, strict=True):
                desc = v.name or "result variable" if return_stmt is not None else v.name
                x = self.evaluate(e, Target.of(v.type, desc))
                self.init_var(v, x, context)
            return
        if right != 1:
            if self.use(*rhs):
                if return_stmt is not None:
                    self.return_error(return_stmt, lhs, self.expr_list(rhs))
                else:
                    self.assign_error(rhs, left, right)
            _give_types(lhs)
            return
        values, comma_ok = self.unpack_expr(rhs[0], left == 2 and return_stmt is None)
        if len(values) == left:
            for v, x in zip(lhs, values, strict=True):
                self.init_var(v, x, context)
            if comma_ok:
                self._record_comma_ok(rhs[0], values)
            return
        if values[0].valid:
            if return_stmt is not None:
                self.return_error(return_stmt, lhs, values)
            else:
                self.assign_error(rhs, left, len(values))
        _give_types(lhs)

    def comma_ok_operand(self, e: ast.Expr) -> Operand:
        """The second value of a map index, receive or type assertion."""
        return Operand("value", UNTYPED_BOOL, None, e, label="ok value of (comma, ok) expression")

    def _record_comma_ok(self, e: ast.Expr, values: list[Operand]) -> None:
        if values[0].valid and values[1].valid:
            self.record_comma_ok_types(e, values[0].type, values[1].type)

    # ------------------------------------------------------------ assignment

    def local_var(self, ident: ast.Ident) -> Var | None:
        """The variable of this package that a name stands for."""
        obj = self.lookup(ident.name)
        return obj if isinstance(obj, Var) and obj.pkg is self.pkg else None

    def lhs_var(self, lhs: ast.Expr) -> Type | None:
        ident = unparen(lhs)
        v: Var | None = None
        if isinstance(ident, ast.Ident):
            if ident.name == "_":
                self.record_def(ident, None)
                return None
            v = self.local_var(ident)
        was_used = v.used if v is not None else False
        x = self.evaluate(lhs)
        if v is not None:
            v.used = was_used  # assigning is not using
            self.record_assigned(v)
        if not x.valid:
            return INVALID
        if x.mode in ("variable", "mapindex"):
            return x.type
        e = x.syntax()
        if isinstance(e, ast.SelectorExpr) and self.evaluate(e.x).mode == "mapindex":
            self.error_at(x, f"cannot assign to struct field {expr_string(e)} in map")
            return INVALID
        self.error_at(x, f"cannot assign to {expr_string(e)} (neither addressable nor a map index expression)")
        return INVALID

    def assign_var(self, lhs: ast.Expr, rhs: ast.Expr | None, x: Operand | None, context: str) -> None:
        t = self.lhs_var(lhs)
        if t is INVALID:
            if x is not None:
                x.invalidate()
            else:
                self.use(rhs)
            return
        if x is None:
            assert rhs is not None
            target = None
            if t is not None and isinstance(t.underlying(), Signature):
                target = Target.of(t, expr_string(lhs))
            x = self.evaluate(rhs, target)
        if t is None and context == "assignment":
            context = "assignment to _ identifier"
        self.assignment(x, t, context)

    def assign_vars(self, lhs: list[ast.Expr], rhs: list[ast.Expr]) -> None:
        left, right = len(lhs), len(rhs)
        context = _assign_context(left)
        if left == right and not _is_call(rhs):
            for var, e in zip(lhs, rhs, strict=True):
                self.assign_var(var, e, None, context)
            return
        if right != 1:
            # a mismatch is worth reporting only if nothing else is wrong
            ok_lhs, ok_rhs = self.use_lhs(*lhs), self.use(*rhs)
            if ok_lhs and ok_rhs:
                self.assign_error(rhs, left, right)
            return
        values, comma_ok = self.unpack_expr(rhs[0], left == 2)
        if len(values) == left:
            for var, x in zip(lhs, values, strict=True):
                self.assign_var(var, None, x, context)
            if comma_ok:
                self._record_comma_ok(rhs[0], values)
            return
        if values[0].valid:
            self.assign_error(rhs, left, len(values))
        self.use_lhs(*lhs)

    def short_var_decl(self, pos: Pos, lhs: list[ast.Expr], rhs: list[ast.Expr]) -> None:
        top = len(self.delayed)
        scope = self.env.scope
        seen: set[str] = set()
        lhs_vars: list[Var] = []
        new_vars: list[Var] = []
        failed = False
        for e in lhs:
            v: Var | None = None
            if not isinstance(e, ast.Ident):
                self.use_lhs(e)
                self.error_at(e, f"non-name {expr_string(e)} on left side of :=")
                failed = True
            elif e.name in seen:
                self.error_at(e, f"{e.name} repeated on left side of :=")
                failed = True
            elif (alt := scope.lookup(e.name)) is not None:
                seen.add(e.name)
                self.record_use(e, alt)
                if isinstance(alt, Var):
                    v = alt
                    self.record_assigned(alt)
                else:
                    self.error_at(e, f"cannot assign to {e.name}")
                    failed = True
            else:
                v = Var(e.name, None, e.pos, self.pkg)
                self.record_def(e, v)
                if e.name != "_":
                    seen.add(e.name)
                    new_vars.append(v)
            lhs_vars.append(v if v is not None else Var("_", None, e.pos, self.pkg))

        self.init_vars(lhs_vars, rhs, None)
        # function literals on the right must not see the new variables
        self.process_delayed(top)
        if not new_vars and not failed:
            self.soft_error(pos, "no new variables on left side of :=")
            return
        for v in new_vars:
            self.declare(scope, None, v, NO_POS)

    # ------------------------------------------------------------ mismatches

    def assign_error(self, rhs: list[ast.Expr], left: int, right: int) -> None:
        variables, values = _measure(left, "variable"), _measure(right, "value")
        call = unparen(rhs[0])
        if len(rhs) == 1 and isinstance(call, ast.CallExpr):
            name = expr_string(call.fun)
            self.error_at(rhs[0], f"assignment mismatch: {variables} but {name} returns {values}")
        else:
            self.error_at(rhs[0], f"assignment mismatch: {variables} but {values}")

    def return_error(self, at: ast.Node, lhs: list[Var], rhs: list[Operand]) -> None:
        if not all(x.valid for x in rhs):
            return
        place: Operand | ast.Node = at
        problem = "not enough"
        if len(rhs) > len(lhs):
            place = rhs[len(lhs)]
            problem = "too many"
        elif rhs:
            place = rhs[-1]
        have = self.types_summary([x.type for x in rhs], False, False)
        want = self.types_summary([v.type or INVALID for v in lhs], False, False)
        self.error_at(place, f"{problem} return values\n\thave {have}\n\twant {want}")


def _assign_context(count: int) -> str:
    return "assignment" if count == 1 else "multiple assignment"


def _is_call(exprs: list[ast.Expr]) -> bool:
    return len(exprs) == 1 and isinstance(unparen(exprs[0]), ast.CallExpr)


def _give_types(lhs: list[Var]) -> None:
    """Variables whose initialisation failed have an invalid type."""
    for v in lhs:
        if v.type is None:
            v.type = INVALID


def _measure(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
