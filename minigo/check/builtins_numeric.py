"""The predeclared functions on numbers and other ordered values: min, max, complex, real and imag."""

from __future__ import annotations

from collections.abc import Callable

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.syntax import ast
from minigo.types import constants
from minigo.types.constants import ConstValue
from minigo.types.objects import Var
from minigo.types.predicates import all_ordered, is_numeric, is_type_param, is_untyped
from minigo.types.types import INVALID, Basic, Signature, Tuple, Type
from minigo.types.typeset import identical, specific_types
from minigo.types.universe import (
    COMPLEX64,
    COMPLEX128,
    EMPTY_INTERFACE,
    FLOAT32,
    FLOAT64,
    UNTYPED_COMPLEX,
    UNTYPED_FLOAT,
)


class NumericBuiltins(ExprBase):
    def record_builtin_call(
        self, x: Operand, call: ast.CallExpr, result: Type | None, *params: Type, variadic: bool = False
    ) -> None:
        """Record the signature of this call's built-in, unless the call is a constant."""
        if x.mode == "constant":
            return
        results = [Var("", result)] if result is not None else []
        sig = Signature(Tuple([Var("", p) for p in params]), Tuple(list(results)), variadic)
        self.record_builtin_type(call.fun, sig)

    def min_max_call(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        name = builtin_name(call)
        op = "<" if name == "min" else ">"
        for a in args:
            if not all_ordered(a.type):
                self.invalid_arg(a, f"{self.operand_string(a)} cannot be ordered")
                return False
        for a in args[1:]:
            previous = x.type
            if not self.match_binary_operands(x, a):
                return False
            if not identical(x.type, a.type):
                label = a.label or self.expr_string(a.syntax())
                self.invalid_arg(
                    a,
                    f"mismatched types {self.type_string(previous)} (previous argument) and "
                    f"{self.type_string(a.type)} (type of {label})",
                )
                return False
            if x.mode == "constant" and a.mode == "constant":
                assert x.value is not None
                assert a.value is not None
                if constants.compare(a.value, op, x.value):
                    x.value, x.expr = a.value, a.expr
            else:
                x.mode = "value"
                x.value = None
        if x.mode != "constant":
            x.mode = "value"
            self.assignment(x, EMPTY_INTERFACE, f"argument to built-in {name}")
            if not x.valid:
                return False
        # all arguments have the type of the result
        for a in args:
            self.update_expr_type(a.syntax(), x.type, True)
        self.record_builtin_call(x, call, x.type, *[x.type for _ in args])
        return True

    def complex_call(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        y = args[1]
        # untyped arguments adapt to a typed one, or become floating-point
        x_untyped, y_untyped = is_untyped(x.type), is_untyped(y.type)
        if x_untyped and not y_untyped:
            self.convert_untyped(x, y.type)
        elif y_untyped and not x_untyped:
            self.convert_untyped(y, x.type)
        elif x_untyped and y_untyped:
            if x.mode == "constant" and y.mode == "constant":
                for a in (x, y):
                    if is_numeric(a.type) and a.value is not None and not _has_imaginary_part(a.value):
                        a.type = UNTYPED_FLOAT
            else:
                self.convert_untyped(x, FLOAT64)
                self.convert_untyped(y, FLOAT64)
        if not x.valid or not y.valid:
            return False
        if not identical(x.type, y.type):
            have, other = self.type_string(x.type), self.type_string(y.type)
            self.invalid_op(x, f"{self.expr_string(call)} (mismatched types {have} and {other})")
            return False
        result = self._map_types(x, "complex", lambda t: _COMPLEX_OF.get(_kind(t)))
        if result is INVALID:
            return False
        if result is None:
            self.invalid_arg(x, f"arguments have type {self.type_string(x.type)}, expected floating-point")
            return False
        arg_type = x.type
        if x.mode == "constant" and y.mode == "constant":
            assert x.value is not None
            assert y.value is not None
            x.value = constants.make_complex(x.value, y.value)
            x.type = result
        else:
            x.set_value(result)
            self.record_builtin_call(x, call, result, arg_type, arg_type)
        return True

    def real_imag_call(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        name = builtin_name(call)
        if is_untyped(x.type):
            if x.mode == "constant":
                if is_numeric(x.type):
                    x.type = UNTYPED_COMPLEX
            else:
                # a shift: it cannot be complex, and the conversion says so
                self.convert_untyped(x, COMPLEX128)
                if not x.valid:
                    return False
        result = self._map_types(x, name, lambda t: _FLOAT_OF.get(_kind(t)))
        if result is INVALID:
            return False
        if result is None:
            self.invalid_arg(x, f"argument has type {self.type_string(x.type)}, expected complex type")
            return False
        arg_type = x.type
        if x.mode == "constant":
            assert x.value is not None
            part = constants.real(x.value) if name == "real" else constants.imag(x.value)
            x.value = constants.to_float(part)
            x.type = result
        else:
            x.set_value(result)
            self.record_builtin_call(x, call, result, arg_type)
        return True

    def _map_types(self, x: Operand, name: str, convert: Callable[[Type], Type | None]) -> Type | None:
        """`convert` applied to the type of `x`; a type parameter whose types could all be converted is not supported,
        which is reported (then INVALID)."""
        if not is_type_param(x.type):
            return convert(x.type)
        if not all(pair is not None and convert(pair[1]) is not None for pair in specific_types(x.type)):
            return None
        self.error_at(
            x,
            f"{self.operand_string(x)} not supported as argument to built-in {name} for go1.18 "
            "(see go.dev/issue/50937)",
        )
        return INVALID


def builtin_name(call: ast.CallExpr) -> str:
    fun = call.fun
    while isinstance(fun, ast.ParenExpr):
        fun = fun.x
    if isinstance(fun, ast.SelectorExpr):
        return fun.sel.name
    return fun.name if isinstance(fun, ast.Ident) else ""


def _has_imaginary_part(value: ConstValue) -> bool:
    return isinstance(value, constants.Complex) and value.imag != 0


def _kind(t: Type) -> str:
    under = t.underlying()
    return under.kind if isinstance(under, Basic) else ""


_COMPLEX_OF: dict[str, Type] = {"float32": COMPLEX64, "float64": COMPLEX128, "untyped float": UNTYPED_COMPLEX}
_FLOAT_OF: dict[str, Type] = {"complex64": FLOAT32, "complex128": FLOAT64, "untyped complex": UNTYPED_FLOAT}
