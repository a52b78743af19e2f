"""Untyped expressions: how they take their final types, and which constants a type can represent.

An untyped expression is remembered in `untyped` when it is evaluated, and recorded in `info` once its context tells its
type, together with the untyped expressions inside it. What is left at the end stays untyped.
"""

from __future__ import annotations

from minigo.check.constrep import misfit, represent
from minigo.check.environment import UntypedExpr
from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.source import Pos
from minigo.syntax import ast
from minigo.types.constants import ConstValue, Unknown
from minigo.types.predicates import (
    all_integer,
    has_nil,
    is_boolean,
    is_numeric,
    is_string,
    is_type_param,
    is_typed,
    is_untyped,
)
from minigo.types.types import INVALID, Basic, Interface, Type
from minigo.types.typeset import specific_types, type_set, type_set_is_all
from minigo.types.universe import UNTYPED_NIL, default_type

_COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))

# Untyped constants beyond this many bits are errors.
_MAX_BITS = 512

# How messages call the operator whose result is too large.
_UNARY_NAMES = {"^": "bitwise complement"}
_BINARY_NAMES = {"+": "addition", "-": "subtraction", "^": "bitwise XOR", "*": "multiplication", "<<": "shift"}

_NUMERIC_ORDER = ("untyped int", "untyped rune", "untyped float", "untyped complex")


def larger_untyped(a: Type, b: Type) -> Type | None:
    """The kind of the result of an operation on two untyped operands; None if they do not go together."""
    if a is b:
        return a
    if isinstance(a, Basic) and isinstance(b, Basic) and a.kind in _NUMERIC_ORDER and b.kind in _NUMERIC_ORDER:
        return a if _NUMERIC_ORDER.index(a.kind) > _NUMERIC_ORDER.index(b.kind) else b
    return None


class Untyped(ExprBase):
    def remember_untyped(self, x: Operand) -> None:
        """Keep the untyped `x` until its context tells its type."""
        self.untyped[x.syntax()] = UntypedExpr(False, x.mode, x.type, x.value)

    def record_untyped(self) -> None:
        for e, info in self.untyped.items():
            self.record_type_and_value(e, info.mode, info.type, info.value)
        self.untyped.clear()

    def update_expr_value(self, e: ast.Expr, value: ConstValue | None) -> None:
        info = self.untyped.get(e)
        if info is not None:
            info.value = value

    def update_expr_type(self, e: ast.Expr, typ: Type, final: bool) -> None:
        old = self.untyped.get(e)
        if old is None:
            return  # typed already, or never recorded: nothing to be done
        # The operands of a constant expression keep their own types: only its value is used.
        if isinstance(e, ast.ParenExpr) or (isinstance(e, ast.UnaryExpr) and old.value is None):
            self.update_expr_type(e.x, typ, final)
        elif isinstance(e, ast.BinaryExpr) and old.value is None and e.op not in _COMPARISONS:
            self.update_expr_type(e.x, typ, final)
            if e.op not in ("<<", ">>"):
                self.update_expr_type(e.y, typ, final)

        if not final and is_untyped(typ):
            old.type = typ.underlying()
            return
        del self.untyped[e]
        if old.is_lhs and not all_integer(typ):
            # the left operand of a non-constant shift takes the type that the context gives to the whole
            self.invalid_op(e, f"shifted operand {self.expr_string(e)} (type {self.type_string(typ)}) must be integer")
            return
        value = old.value
        if value is not None:
            c = Operand(old.mode, old.type, value, e)
            self.convert_untyped(c, typ)
            if not c.valid:
                return
            value = c.value
        self.record_type_and_value(e, old.mode, typ, value)

    def convert_untyped(self, x: Operand, target: Type) -> None:
        new_type, value, reason = self.implicit_type_and_value(x, target)
        if new_type is None:
            self._cannot_represent(reason, x, target if is_type_param(target) else target.underlying())
            return
        self._adopt(x, new_type, value)

    def _adopt(self, x: Operand, new_type: Type, value: ConstValue | None) -> None:
        if value is not None and x.mode == "constant":
            x.value = value
            self.update_expr_value(x.syntax(), value)
        if new_type is not x.type:
            x.type = new_type
            self.update_expr_type(x.syntax(), new_type, False)

    def adopt_type(self, x: Operand, target: Type) -> str:
        """Like convert_untyped, but leaves the report to the caller: the reason of the failure, "" for success."""
        new_type, value, reason = self.implicit_type_and_value(x, target)
        if new_type is None:
            return reason
        self._adopt(x, new_type, value)
        return ""

    def implicit_type_and_value(self, x: Operand, target: Type) -> tuple[Type | None, ConstValue | None, str]:
        if not x.valid or is_typed(x.type) or target is INVALID:
            return x.type, None, ""
        if is_untyped(target):
            larger = larger_untyped(x.type, target)
            return larger, None, "" if larger is not None else "convert"
        if x.is_nil:
            return (target, None, "") if has_nil(target) else (None, None, "convert")

        under = target.underlying()
        if isinstance(under, Basic):
            if x.mode == "constant":
                assert x.value is not None
                value = represent(x.value, under)
                if value is None:
                    return None, None, misfit(x.type, under)
                return target, value, ""
            return (target, None, "") if _same_family(x.type, under) else (None, None, "convert")
        if isinstance(under, Interface):
            if is_type_param(target):
                fits = all(p and self.implicit_type_and_value(x, p[1])[0] is not None for p in specific_types(target))
                return (target, None, "") if fits else (None, None, "convert")
            # the value keeps its own type inside the interface
            if not type_set_is_all(type_set(under)):
                return None, None, "convert"
            return default_type(x.type), None, ""
        return None, None, "convert"

    def representable(self, x: Operand, typ: Basic) -> None:
        assert x.value is not None
        value = represent(x.value, typ)
        if value is None:
            self._cannot_represent(misfit(x.type, typ), x, typ)
            return
        x.value = value

    def _cannot_represent(self, reason: str, x: Operand, target: Type) -> None:
        shown, typ = self.operand_string(x), self.type_string(target)
        if reason == "truncated":
            self.fail(x, f"{shown} truncated to {typ}")
        elif reason == "overflows":
            self.fail(x, f"{shown} overflows {typ}")
        else:
            self.fail(x, f"cannot convert {shown} to type {typ}")

    def overflow(self, x: Operand, op_pos: Pos) -> None:
        if isinstance(x.value, Unknown):
            self.error(op_pos, "constant result is not representable")
            return
        if is_typed(x.type):
            under = x.type.underlying()
            assert isinstance(under, Basic)
            self.representable(x, under)
            return
        if isinstance(x.value, int) and x.value.bit_length() > _MAX_BITS:
            name = _operation_name(x.syntax())
            self.error(op_pos, f"constant {name}{' ' if name else ''}overflow")
            x.value = Unknown()


def _operation_name(e: ast.Expr) -> str:
    if isinstance(e, ast.BinaryExpr):
        return _BINARY_NAMES.get(e.op, "")
    if isinstance(e, ast.UnaryExpr):
        return _UNARY_NAMES.get(e.op, "")
    return ""


def _same_family(have: Type, want: Basic) -> bool:
    """Whether a non-constant untyped value (of a comparison or a shift) may become a `want`."""
    if have is UNTYPED_NIL:
        return want.kind == "unsafe.Pointer"
    if is_boolean(have):
        return want.has("boolean")
    if is_numeric(have):
        return is_numeric(want)
    return is_string(have) and want.has("string")
