"""Unary and binary operations: matching the operands' types, and folding constants."""

from __future__ import annotations

from collections.abc import Callable

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.source import Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import expr_string, unparen
from minigo.types import constants
from minigo.types.constants import ConstValue, Unknown
from minigo.types.predicates import (
    all_basic,
    all_boolean,
    all_integer,
    all_numeric,
    all_numeric_or_string,
    all_string,
    has_nil,
    is_complex,
    is_integer,
    is_non_type_param_interface,
    is_type_param,
    is_typed,
    is_unsigned,
    is_untyped,
)
from minigo.types.types import INVALID, Basic, Chan, Pointer, Type
from minigo.types.typeset import Cause, common_under, identical

# Which types an operator is defined on.
_UNARY_DEFINED: dict[str, Callable[[Type], bool]] = {
    "+": all_numeric,
    "-": all_numeric,
    "^": all_integer,
    "!": all_boolean,
}
_BINARY_DEFINED: dict[str, Callable[[Type], bool]] = {
    "+": all_numeric_or_string,
    "-": all_numeric,
    "*": all_numeric,
    "/": all_numeric,
    "%": all_integer,
    "&": all_integer,
    "|": all_integer,
    "^": all_integer,
    "&^": all_integer,
    "&&": all_boolean,
    "||": all_boolean,
}
_COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))


class Binary(ExprBase):
    # ------------------------------------------------------------ unary

    def unary(self, x: Operand, e: ast.UnaryExpr, hint: Type | None) -> None:
        if e.op == "&":
            self._address(x, e, hint)
            return
        self.expr(None, x, e.x)
        if not x.valid:
            return
        if e.op == "<-":
            self._receive(x)
            return
        if e.op == "~":
            # an integer's complement is meant, as in C
            hint_text = " (use ^ for bitwise complement)" if all_integer(x.type) else ""
            self.error_at(e, f"cannot use ~ outside of interface or type constraint{hint_text}")
            x.invalidate()
            return
        if not self._defined(_UNARY_DEFINED, x, e.op):
            return
        if x.mode == "constant":
            assert x.value is not None
            if isinstance(x.value, Unknown):
                return
            x.value = _fold_unary(e.op, x.value, x.type)
            x.expr = e
            self.overflow(x, e.pos)
            return
        x.mode = "value"

    def _address(self, x: Operand, e: ast.UnaryExpr, hint: Type | None) -> None:
        inner = unparen(e.x)
        if hint is not None and isinstance(inner, ast.CompositeLit):
            under = hint.underlying()
            self.raw_expr(None, x, e.x, under.elem if isinstance(under, Pointer) else None, False)
            self.single_value(x)
        else:
            self.expr(None, x, e.x)
        if not x.valid:
            return
        if x.mode != "variable" and not isinstance(inner, ast.CompositeLit):
            self.invalid_op(x, "cannot take address of " + self.operand_string(x))
            x.invalidate()
            return
        self.record_addressed(e.x)
        x.set_value(Pointer(x.type))

    def _receive(self, x: Operand) -> None:
        elem = self.chan_elem(x, x, recv=True)
        if elem is None:
            x.invalidate()
            return
        x.set_value(elem, "commaok")
        self.env.has_call_or_recv = True

    def chan_elem(self, at: Operand, x: Operand, recv: bool) -> Type | None:
        """The element type of channel `x`, which is received from or sent to; None after reporting an error."""

        def check(typ: Type | None, under: Type | None) -> Cause | None:
            if under is None or typ is None:
                return Cause("no specific channel type")
            if not isinstance(under, Chan):
                return Cause("non-channel {}", (typ,))
            if recv and under.dir == "send":
                return Cause("send-only channel {}", (typ,))
            if not recv and under.dir == "recv":
                return Cause("receive-only channel {}", (typ,))
            return None

        under, cause = common_under(x.type, check)
        if cause is None:
            assert isinstance(under, Chan)
            return under.elem
        what = "cannot receive from" if recv else "cannot send to"
        text = cause.render(self.type_string)
        if is_type_param(x.type):
            self.invalid_op(at, f"{what} {self.operand_string(x)}: {text}")
        else:
            # the reason names the channel's kind already
            self.invalid_op(at, f"{what} {text} {self.operand_string(x)}")
        return None

    def _defined(self, table: dict[str, Callable[[Type], bool]], x: Operand, op: str) -> bool:
        if table[op](x.type):
            return True
        self.invalid_op(x, f"operator {op} not defined on {self.operand_string(x)}")
        x.invalidate()
        return False

    # ------------------------------------------------------------ binary

    def binary(self, x: Operand, e: ast.Expr | None, lhs: ast.Expr, rhs: ast.Expr, op: str, op_pos: Pos) -> None:
        y = Operand()
        self.expr(None, x, lhs)
        self.expr(None, y, rhs)
        if not x.valid:
            return
        if not y.valid:
            x.invalidate()
            x.expr = y.expr
            return
        self.operate(x, y, e, op, op_pos)

    def operate(self, x: Operand, y: Operand, e: ast.Expr | None, op: str, op_pos: Pos) -> None:
        if op in ("<<", ">>"):
            self.shift(x, y, e, op, op_pos)
            return
        mismatch = self._types_of(x, y)
        if not self.match_binary_operands(x, y):
            x.invalidate()
            return
        if op in _COMPARISONS:
            self.comparison(x, y, op)
            return
        if not identical(x.type, y.type):
            if x.type is not INVALID and y.type is not INVALID:
                text = expr_string(e) if e is not None else f"{expr_string(x.syntax())} {op}= {expr_string(y.syntax())}"
                self.invalid_op(x, f"{text} ({mismatch})")
            x.invalidate()
            return
        if not self._defined(_BINARY_DEFINED, x, op):
            return
        if op in ("/", "%") and self._divides_by_zero(x, y):
            self.invalid_op(y, "division by zero")
            x.invalidate()
            return
        if x.mode == "constant" and y.mode == "constant":
            assert x.value is not None
            assert y.value is not None
            if isinstance(x.value, Unknown) or isinstance(y.value, Unknown):
                x.value = Unknown()
                return
            x.value = constants.binary_op(x.value, op, y.value, op == "/" and is_integer(x.type))
            x.expr = e if e is not None else x.expr
            self.overflow(x, op_pos)
            return
        x.mode = "value"
        x.value = None

    def _types_of(self, x: Operand, y: Operand) -> str:
        return f"mismatched types {self.type_string(x.type)} and {self.type_string(y.type)}"

    @staticmethod
    def _divides_by_zero(x: Operand, y: Operand) -> bool:
        if y.mode != "constant" or not (x.mode == "constant" or all_integer(x.type)):
            return False
        assert y.value is not None
        if constants.sign(y.value) == 0:
            return True
        if x.mode != "constant" or not is_complex(x.type):
            return False
        # the absolute value of a divisor that is not zero may be too small for its square not to be
        parts = (constants.real(y.value), constants.imag(y.value))
        return all(constants.sign(constants.binary_op(part, "*", part)) == 0 for part in parts)

    def match_binary_operands(self, x: Operand, y: Operand) -> bool:
        if not _may_convert(x, y):
            return True
        self.convert_untyped(x, y.type)
        if not x.valid:
            return False
        self.convert_untyped(y, x.type)
        return y.valid


def _may_convert(x: Operand, y: Operand) -> bool:
    """Whether one operand is untyped and of a family that the other's type may belong to. When they are of different
    families, "mismatched types" is a better message than what the conversion would report."""
    if is_typed(x.type) and is_typed(y.type):
        return False
    # the operand of an interface keeps its type: comparison deals with it
    if is_non_type_param_interface(x.type) or is_non_type_param_interface(y.type):
        return x.is_nil or y.is_nil
    if x.is_nil:
        return has_nil(y.type)
    if y.is_nil:
        return has_nil(x.type)
    return all(family(x.type) == family(y.type) for family in (all_basic, all_boolean, all_string, all_numeric))


def _fold_unary(op: str, value: ConstValue, typ: Type) -> ConstValue:
    size = 0
    if is_unsigned(typ) and not is_untyped(typ):
        under = typ.underlying()
        assert isinstance(under, Basic)
        size = _UNSIGNED_BITS[under.kind]
    return constants.unary_op(op, value, size)


_UNSIGNED_BITS = {"uint": 64, "uint8": 8, "byte": 8, "uint16": 16, "uint32": 32, "uint64": 64, "uintptr": 64}
