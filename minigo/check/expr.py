"""Expressions: the entry points, and the dispatch over the kinds of syntax.

Every expression that is evaluated is recorded, in `info` when its type is known and among the untyped ones else.
"""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand, Target
from minigo.syntax import ast
from minigo.syntax.exprstring import unparen
from minigo.types.predicates import is_generic, is_type_param, is_untyped
from minigo.types.types import INVALID, Alias, Interface, Named, Pointer, Signature, Tuple, Type
from minigo.types.typeset import Cause, common_under, identical

_NO_VALUE = Tuple([])

_TYPE_SYNTAX = (ast.ArrayType, ast.StructType, ast.FuncType, ast.InterfaceType, ast.MapType, ast.ChanType)


class Exprs(ExprBase):
    # ------------------------------------------------------------ entry points

    def expr(self, target: Target | None, x: Operand, e: ast.Expr) -> None:
        self.raw_expr(target, x, e, None, False)
        self._exclude(x, ("novalue", "builtin", "type"))
        self.single_value(x)

    def multi_expr(self, x: Operand, e: ast.Expr) -> None:
        self.raw_expr(None, x, e, None, False)
        self._exclude(x, ("novalue", "builtin", "type"))

    def generic_expr(self, x: Operand, e: ast.Expr) -> None:
        self.raw_expr(None, x, e, None, True)
        self._exclude(x, ("novalue", "builtin", "type"))
        self.single_value(x)

    def generic_multi_expr(self, x: Operand, e: ast.Expr) -> None:
        self.raw_expr(None, x, e, None, True)
        self._exclude(x, ("novalue", "builtin", "type"))

    def expr_with_hint(self, x: Operand, e: ast.Expr, hint: Type, desc: str) -> None:
        self.raw_expr(Target.of(hint, desc), x, e, hint, False)
        self._exclude(x, ("novalue", "builtin", "type"))
        self.single_value(x)

    def expr_or_type(self, x: Operand, e: ast.Expr, allow_generic: bool) -> None:
        self.raw_expr(None, x, e, None, allow_generic)
        self._exclude(x, ("novalue",))
        self.single_value(x)

    def raw_expr(self, target: Target | None, x: Operand, e: ast.Expr, hint: Type | None, allow_generic: bool) -> str:
        kind = self._expr_internal(target, x, e, hint)
        if not allow_generic:
            self.non_generic(target, x)
        self.record_operand(x)
        return kind

    def exclude_non_values(self, x: Operand) -> None:
        """Report operands that are no values."""
        self._exclude(x, ("novalue", "builtin", "type"))
        self.single_value(x)

    def _exclude(self, x: Operand, modes: tuple[str, ...]) -> None:
        if x.mode not in modes:
            return
        shown = self.operand_string(x)
        if x.mode == "novalue":
            self.fail(x, f"{shown} used as value" + ("" if "type" in modes else " or type"))
        elif x.mode == "builtin":
            self.fail(x, f"{shown} must be called")
        else:
            self.fail(x, f"{shown} is not an expression")

    def single_value(self, x: Operand) -> None:
        if x.mode == "value" and isinstance(x.type, Tuple):
            self.fail(x, f"multiple-value {self.operand_string(x)} in single-value context")

    def non_generic(self, target: Target | None, x: Operand) -> None:
        if x.mode in ("invalid", "novalue"):
            return
        if isinstance(x.type, Alias | Named):
            if not is_generic(x.type):
                return
            what = "type"
        elif isinstance(x.type, Signature) and x.type.type_params:
            if target is not None:
                self.func_inst(target, x.pos, x, None, True)
                return
            what = "function"
        else:
            return
        self.error_at(x, f"cannot use generic {what} {self.expr_string(x.syntax())} without instantiation")
        x.invalidate()
        x.type = INVALID

    def record_operand(self, x: Operand) -> None:
        e = x.syntax()
        if x.mode == "novalue":
            self.record_type_and_value(e, x.mode, _NO_VALUE, None)
        elif x.mode == "invalid":
            return
        elif is_untyped(x.type):
            self.remember_untyped(x)
        else:
            self.record_type_and_value(e, x.mode, x.type, x.value)

    # ------------------------------------------------------------ dispatch

    def _expr_internal(self, target: Target | None, x: Operand, e: ast.Expr, hint: Type | None) -> str:
        x.mode = "invalid"
        x.type = INVALID
        x.value = None
        match e:
            case ast.Ident():
                self.ident(x, e, False)
            case ast.CallExpr():
                return self.call_expr(x, e)
            case ast.SelectorExpr():
                self.selector(x, e, False)
            case ast.BasicLit():
                self.basic_lit(x, e)
            case ast.BinaryExpr():
                self.binary(x, e, e.x, e.y, e.op, e.op_pos)
            case ast.IndexExpr():
                if self.index_expr(x, e):
                    self.func_inst(target, e.lbrack, x, e, True)
            case ast.ParenExpr():
                kind = self.raw_expr(None, x, e.x, None, False)
                x.expr = e
                return kind
            case ast.UnaryExpr():
                self.unary(x, e, hint)
                if x.valid and e.op == "<-":
                    x.expr = e
                    return "statement"
            case ast.StarExpr():
                self._star(x, e)
            case ast.CompositeLit():
                self.composite_lit(x, e, hint)
            case ast.FuncLit():
                self.func_lit(x, e)
            case ast.SliceExpr():
                self.slice_expr(x, e)
            case ast.TypeAssertExpr():
                self._type_assert(x, e)
            case ast.KeyValueExpr():
                self.error_at(e, "no key:value expected")
            case ast.Ellipsis():
                self.error_at(e, "invalid use of ...")
            case _ if isinstance(e, _TYPE_SYNTAX):
                x.mode = "type"
                x.type = self.typ(e)
                # a type that could not be determined has been reported, and silences what is done with it
            case _:
                pass  # the parser has reported what it could not read
        x.expr = e
        return "expression"

    def _star(self, x: Operand, e: ast.StarExpr) -> None:
        self.expr_or_type(x, e.x, False)
        if not x.valid:
            return
        if x.mode == "type":
            self.valid_var_type(e.x, x.type)
            x.type = Pointer(x.type)
            return
        if x.is_nil:
            self.invalid_op(x, "cannot indirect " + self.operand_string(x))
            x.invalidate()
            return
        elem, ok = self._pointer_base(x)
        if ok and elem is not None:
            x.set_value(elem, "variable")

    def _pointer_base(self, x: Operand) -> tuple[Type | None, bool]:
        base: Type | None = None

        def check(typ: Type | None, under: Type | None) -> Cause | None:
            nonlocal base
            if not isinstance(under, Pointer):
                return Cause("cannot indirect ")
            if base is not None and not identical(base, under.elem):
                return Cause("different")
            base = under.elem
            return None

        cause = common_under(x.type, check)[1] if is_type_param(x.type) else check(x.type, x.type.underlying())
        if cause is None:
            return base, True
        shown = self.operand_string(x)
        if cause.text == "different":
            self.invalid_op(x, f"pointers of {shown} must have identical base types")
        else:
            self.invalid_op(x, f"cannot indirect {shown}")
        x.invalidate()
        return None, False

    def _type_assert(self, x: Operand, e: ast.TypeAssertExpr) -> None:
        self.expr(None, x, e.x)
        if not x.valid:
            self.use(e.type)
            return
        if e.type is None:  # x.(type) outside of a type switch
            self.error_at(e, "invalid syntax tree: use of .(type) outside type switch")
            x.invalidate()
            return
        if is_type_param(x.type):
            self.invalid_op(x, f"cannot use type assertion on type parameter value {self.operand_string(x)}")
            x.invalidate()
            self.use(e.type)
            return
        if not isinstance(x.type.underlying(), Interface):
            self.invalid_op(x, f"{self.operand_string(x)} is not an interface")
            x.invalidate()
            self.use(e.type)
            return
        typ = self.var_type(e.type)
        if typ is INVALID:
            x.invalidate()
            return
        self.type_assertion(e, x, typ, False)
        x.set_value(typ, "commaok")

    def type_assertion(self, e: ast.Expr, x: Operand, typ: Type, type_switch: bool) -> None:
        cause = self.assertable_to(x.type, typ)
        if cause is None:
            return
        if type_switch:
            self.error_at(
                e,
                f"impossible type switch case: {self.expr_string(e)}\n\t{self.operand_string(x)} "
                f"cannot have dynamic type {self.type_string(typ)} {cause}",
            )
        else:
            self.error_at(
                e,
                f"impossible type assertion: {self.expr_string(e)}\n\t{self.type_string(typ)} "
                f"does not implement {self.type_string(x.type)} {cause}",
            )

    # ------------------------------------------------------------ use

    def use(self, *exprs: ast.Expr | None) -> bool:
        results = [self._use_one(e, False) for e in exprs]  # all of them, whatever the first is
        return all(results)

    def use_lhs(self, *exprs: ast.Expr | None) -> bool:
        results = [self._use_one(e, True) for e in exprs]
        return all(results)

    def _use_one(self, e: ast.Expr | None, lhs: bool) -> bool:
        if e is None:
            return True
        x = Operand()
        inner = unparen(e)
        if isinstance(inner, ast.Ident):
            if inner.name == "_":
                self.record_def(inner, None)
                return True
            x.expr = inner
            self._use_name(x, inner, e, lhs)
        elif isinstance(inner, ast.KeyValueExpr):
            return self._use_one(inner.key, False) and self._use_one(inner.value, False)
        else:
            self.raw_expr(None, x, inner, None, True)
        return x.valid

    def _use_name(self, x: Operand, name: ast.Ident, e: ast.Expr, lhs: bool) -> None:
        """Evaluate a name; as the left side of an assignment it does not count as a use of the variable."""
        v = self.local_var(name) if lhs else None
        was_used = v.used if v is not None else False
        self.raw_expr(None, x, e, None, True)
        if v is not None:
            v.used = was_used
