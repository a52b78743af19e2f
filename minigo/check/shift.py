"""Shifts. An untyped constant on the left of a non-constant shift takes the type its context gives to the whole."""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.source import Pos
from minigo.syntax import ast
from minigo.types import constants
from minigo.types.constants import ConstValue, Unknown
from minigo.types.predicates import all_integer, is_integer, is_unsigned, is_untyped
from minigo.types.universe import UINT, UNTYPED_INT

# Larger counts are refused in constant shifts: the smallest float64 is 2**-1074.
_MAX_CONSTANT_SHIFT = 1023 - 1 + 52


def _as_int(value: ConstValue | None) -> int | Unknown | None:
    """The integer a numeric constant equals, if any."""
    if value is None or isinstance(value, bool | bytes):
        return None
    if isinstance(value, Unknown):
        return value
    integer = constants.to_int(value)
    return integer if isinstance(integer, int) else None


class Shift(ExprBase):
    def shift(self, x: Operand, y: Operand, e: ast.Expr | None, op: str, op_pos: Pos) -> None:
        x_int = _as_int(x.value) if x.mode == "constant" else None
        if not (all_integer(x.type) or (is_untyped(x.type) and x_int is not None)):
            self.invalid_op(x, f"shifted operand {self.operand_string(x)} must be integer")
            x.invalidate()
            return
        if not self._check_count(y):
            x.invalidate()
            return

        if x.mode == "constant" and y.mode == "constant":
            self._fold_shift(x, y, e, op, op_pos)
            return
        # the count is needed at run time: now its type is final
        self.update_expr_type(y.syntax(), UINT, True)
        if x.mode == "constant" and is_untyped(x.type):
            info = self.untyped.get(x.syntax())
            if info is not None:
                info.is_lhs = True
            x.mode = "value"
            x.value = None
            return
        if not all_integer(x.type):
            self.invalid_op(x, f"shifted operand {self.operand_string(x)} must be integer")
            x.invalidate()
            return
        x.mode = "value"
        x.value = None

    def _check_count(self, y: Operand) -> bool:
        if y.mode == "constant":
            count = _as_int(y.value)
            if isinstance(count, int) and count < 0:
                self.invalid_op(y, f"negative shift count {self.operand_string(y)}")
                return False
            if is_untyped(y.type):
                # checked here: an untyped float such as 1.0 is a valid count
                self.representable(y, UINT)
                return y.valid
            if isinstance(count, int):
                return True
        elif is_untyped(y.type):
            self.convert_untyped(y, UINT)
            return y.valid
        if all_integer(y.type):
            if is_unsigned(y.type) or self.allow_version(y.pos, (1, 13)):
                return True
            self.invalid_op(y, f"signed shift count {self.operand_string(y)} requires go1.13 or later")
            return False
        self.invalid_op(y, f"shift count {self.operand_string(y)} must be integer")
        return False

    def _fold_shift(self, x: Operand, y: Operand, e: ast.Expr | None, op: str, op_pos: Pos) -> None:
        x_int, count = _as_int(x.value), _as_int(y.value)
        if isinstance(x_int, Unknown) or isinstance(count, Unknown):
            x.value = Unknown()
            if not is_integer(x.type):
                x.type = UNTYPED_INT
            return
        if count is None or count > _MAX_CONSTANT_SHIFT:
            self.invalid_op(y, f"invalid shift count {self.operand_string(y)}")
            x.invalidate()
            return
        assert x_int is not None
        # 2.0 << 1 is an integer: the left operand must have been one
        if not is_integer(x.type):
            x.type = UNTYPED_INT
        x.value = x_int << count if op == "<<" else x_int >> count
        if e is not None:
            x.expr = e
        self.overflow(x, op_pos)
