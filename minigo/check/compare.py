"""Comparisons: which types can be compared, and why others cannot."""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand, composite_kind
from minigo.types import constants
from minigo.types.constants import Unknown
from minigo.types.predicates import all_ordered, has_nil, is_type_param
from minigo.types.types import Map, Signature, Slice, Type
from minigo.types.typeset import comparable_type
from minigo.types.universe import UNTYPED_BOOL, default_type


class Compare(ExprBase):
    def comparison(self, x: Operand, y: Operand, op: str, switch_case: bool = False) -> None:
        if switch_case:
            op = "=="
        problem = self._comparison_problem(x, y, op)
        if problem is not None:
            at, cause = problem
            xs, ys = self.expr_string(x.syntax()), self.expr_string(y.syntax())
            if switch_case:
                self.error_at(x, f"invalid case {xs} in switch on {ys} ({cause})")
            else:
                self.invalid_op(at, f"{xs} {op} {ys} ({cause})")
            x.invalidate()
            return

        if x.mode == "constant" and y.mode == "constant":
            assert x.value is not None
            assert y.value is not None
            # the operands are never materialised: they keep their untyped types
            if isinstance(x.value, Unknown) or isinstance(y.value, Unknown):
                x.value = Unknown()
            else:
                x.value = constants.compare(x.value, op, y.value)
        else:
            x.mode = "value"
            x.value = None
            # the operands are needed at run time: now their types are final
            self.update_expr_type(x.syntax(), default_type(x.type), True)
            self.update_expr_type(y.syntax(), default_type(y.type), True)
        x.type = UNTYPED_BOOL

    def _comparison_problem(self, x: Operand, y: Operand, op: str) -> tuple[Operand, str] | None:
        """The operand to blame and the reason, unless the comparison is valid."""
        if not self.assignable_to(x, y.type)[0] and not self.assignable_to(y, x.type)[0]:
            return y, f"mismatched types {self.type_string(x.type)} and {self.type_string(y.type)}"
        if op in ("==", "!="):
            if x.is_nil or y.is_nil:
                return (
                    None
                    if has_nil(y.type if x.is_nil else x.type) and not (x.is_nil and y.is_nil)
                    else (y, self._undefined(x, y, y, op))
                )
            for operand in (x, y):
                cause = comparable_type(operand.type, True)
                if cause is not None:
                    text = self._incomparable(operand.type, cause.render(self.type_string))
                    return operand, text or self._undefined(x, y, operand, op)
            return None
        for operand in (x, y):
            if not all_ordered(operand.type):
                return operand, self._undefined(x, y, operand, op)
        return None

    def _incomparable(self, t: Type, cause: str) -> str:
        if isinstance(t.underlying(), Slice | Signature | Map):
            return f"{composite_kind(t)} can only be compared to nil"
        return cause

    def _undefined(self, x: Operand, y: Operand, blamed: Operand, op: str) -> str:
        if is_type_param(x.type) or is_type_param(y.type):
            if not is_type_param(x.type):
                blamed = y
            return f"type parameter {self.type_string(blamed.type)} cannot use operator {op}"
        what = composite_kind(blamed.type) or self.type_string(blamed.type)
        return f"operator {op} not defined on {what}"
