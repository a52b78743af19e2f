"""Calls of the predeclared functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.syntax import ast
from minigo.types import constants
from minigo.types.constants import ConstValue, Unknown
from minigo.types.objects import Var
from minigo.types.predicates import (
    all_ordered,
    is_numeric,
    is_string,
    is_type_param,
    is_untyped,
)
from minigo.types.types import INVALID, Array, Basic, Chan, Interface, Map, Pointer, Signature, Slice, Tuple, Type
from minigo.types.typeset import Cause, common_under, identical, specific_types
from minigo.types.universe import (
    ANY,
    BYTE,
    COMPLEX64,
    COMPLEX128,
    EMPTY_INTERFACE,
    FLOAT32,
    FLOAT64,
    INT,
    STRING,
    UNTYPED_COMPLEX,
    UNTYPED_FLOAT,
    default_type,
)


@dataclass(slots=True, frozen=True)
class _Arity:
    """How many arguments a built-in takes; whether it evaluates them itself, and whether it may stand alone."""

    count: int
    variadic: bool = False
    own_arguments: bool = False
    statement: bool = False


_ARITY = {
    "append": _Arity(1, variadic=True),
    "cap": _Arity(1),
    "clear": _Arity(1, statement=True),
    "close": _Arity(1, statement=True),
    "complex": _Arity(2),
    "copy": _Arity(2, statement=True),
    "delete": _Arity(2, statement=True),
    "imag": _Arity(1),
    "len": _Arity(1),
    "make": _Arity(1, variadic=True, own_arguments=True),
    "max": _Arity(1, variadic=True),
    "min": _Arity(1, variadic=True),
    "new": _Arity(1, own_arguments=True),
    "panic": _Arity(1, statement=True),
    "print": _Arity(0, variadic=True, statement=True),
    "println": _Arity(0, variadic=True, statement=True),
    "real": _Arity(1),
    "recover": _Arity(0, statement=True),
}


class Builtins(ExprBase):
    def builtin(self, x: Operand, call: ast.CallExpr, name: str) -> bool:
        arity = _ARITY[name]
        if call.has_ellipsis and name != "append":
            self.invalid_op(call, f"invalid use of ... with built-in {name}")
            self.use(*call.args)
            return False

        # whether the argument of len or cap contains calls decides whether the result is a constant
        had_call = self.env.has_call_or_recv
        if name in ("len", "cap"):
            self.env.has_call_or_recv = False
        try:
            args: list[Operand] = []
            count = len(call.args)
            if not arity.own_arguments:
                args = self.expr_list(call.args)
                count = len(args)
                if not all(a.valid for a in args):
                    return False
                if args:
                    x.assign(args[0])
            problem = "not enough" if count < arity.count else "too many"
            if count < arity.count or (not arity.variadic and count > arity.count):
                self.invalid_op(
                    call,
                    f"{problem} arguments for {self.expr_string(call)} (expected {arity.count}, found {count})",
                )
                if arity.own_arguments:
                    self.use(*call.args)
                return False
            return _HANDLERS[name](self, x, call, args)
        finally:
            if name in ("len", "cap"):
                self.env.has_call_or_recv = had_call

    def builtin_is_statement(self, name: str) -> bool:
        return _ARITY[name].statement

    def _record(
        self, x: Operand, call: ast.CallExpr, result: Type | None, *params: Type, variadic: bool = False
    ) -> None:
        """Record the signature of this call's built-in, unless the call is a constant."""
        if x.mode == "constant":
            return
        results = [Var("", result)] if result is not None else []
        sig = Signature(Tuple([Var("", p) for p in params]), Tuple(list(results)), variadic)
        self.record_builtin_type(call.fun, sig)

    # ------------------------------------------------------------ slices and maps

    def _append(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        typ = x.type
        if x.is_nil:
            self.error_at(x, "invalid append: argument must be a slice; have untyped nil")
            return False
        elem = self._slice_elem(x, "append")
        if elem is None:
            return False
        # append([]byte, string...)
        if call.has_ellipsis and len(args) == 2 and _is_bytes(elem):
            text = args[1]
            if self._is_stringish(text):
                if is_untyped(text.type):
                    self.convert_untyped(text, STRING)
                if not text.valid:
                    return False
                self._record(x, call, typ, typ, text.type, variadic=True)
                x.set_value(typ)
                return True
        # the rest are the arguments of func(S, ...E) S
        sig = Signature(Tuple([Var("", typ), Var("", Slice(elem))]), Tuple([Var("", typ)]), True)
        self.arguments(call, [], [], sig, args)
        x.set_value(typ)
        self._record(x, call, typ, typ, Slice(elem), variadic=True)
        return True

    @staticmethod
    def _is_stringish(x: Operand) -> bool:
        """A string, or a type parameter of byte slices and strings only."""
        saw_string = False
        for pair in specific_types(x.type):
            if pair is None:
                return False
            under = pair[1]
            if is_string(under):
                saw_string = True
            elif not (isinstance(under, Slice) and _is_bytes(under.elem)):
                return False
        return saw_string

    def _slice_elem(self, x: Operand, what: str) -> Type | None:
        """The element type that all slices of `x`'s type set have; None after reporting an error."""
        elem: Type | None = None
        for pair in specific_types(x.type):
            if pair is None or not isinstance(pair[1], Slice):
                self.error_at(x, f"invalid {what}: argument must be a slice; have {self.operand_string(x)}")
                return None
            if elem is not None and not identical(elem, pair[1].elem):
                self.error_at(
                    x,
                    f"invalid {what}: mismatched slice element types {self.type_string(elem)} and "
                    f"{self.type_string(pair[1].elem)} in {self.operand_string(x)}",
                )
                return None
            elem = pair[1].elem
        return elem

    def _copy(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        dst, src = args
        if dst.is_nil or src.is_nil:
            nil = dst if dst.is_nil else src
            self.error_at(nil, "invalid copy: argument must be a slice; have untyped nil")
            return False
        dst_elem = self._slice_elem(dst, "copy")
        if dst_elem is None:
            return False
        if self._is_stringish(src):
            if is_untyped(src.type):
                self.convert_untyped(src, STRING)
            src_elem: Type | None = BYTE
        else:
            src_elem = self._slice_elem(src, "copy")
        if src_elem is None:
            return False
        if not identical(dst_elem, src_elem):
            self.error_at(
                x,
                f"invalid copy: arguments {self.operand_string(dst)} and {self.operand_string(src)} have different "
                f"element types {self.type_string(dst_elem)} and {self.type_string(src_elem)}",
            )
            return False
        x.set_value(INT)
        self._record(x, call, INT, dst.type, src.type)
        return True

    def _clear(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        if not all(pair is not None and isinstance(pair[1], Map | Slice) for pair in specific_types(x.type)):
            shown = self.operand_string(x)
            self.invalid_arg(x, f"cannot clear {shown}: argument must be (or constrained by) map or slice")
            return False
        self._record(x, call, None, x.type)
        x.mode = "novalue"
        return True

    def _delete(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        typ = x.type
        key: Type | None = None
        for pair in specific_types(typ):
            if pair is None or not isinstance(pair[1], Map):
                self.invalid_arg(x, f"{self.operand_string(x)} is not a map")
                return False
            if key is not None and not identical(key, pair[1].key):
                self.invalid_arg(x, f"maps of {self.operand_string(x)} must have identical key types")
                return False
            key = pair[1].key
        assert key is not None
        x.assign(args[1])
        self.assignment(x, key, "argument to delete")
        if not x.valid:
            return False
        x.mode = "novalue"
        self._record(x, call, None, typ, key)
        return True

    def _len_cap(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        name = "len" if _builtin_name(call) == "len" else "cap"
        value: ConstValue | None = None
        mode = "invalid"
        under = x.type.underlying()
        if isinstance(under, Pointer) and isinstance(under.elem.underlying(), Array):
            under = under.elem.underlying()
        match under:
            case Basic() if under.has("string") and name == "len":
                mode = "value"
                if x.mode == "constant" and isinstance(x.value, bytes):
                    mode = "constant"
                    value = len(x.value)
                elif x.mode == "constant":
                    mode, value = "constant", Unknown()
            case Array():
                mode = "value"
                # the array is not evaluated when that has no effects
                if not self.env.has_call_or_recv:
                    mode = "constant"
                    value = under.len if under.len >= 0 else Unknown()
            case Slice() | Chan():
                mode = "value"
            case Map() if name == "len":
                mode = "value"
            case Interface() if is_type_param(x.type):
                if all(pair is not None and _has_length(pair[1], name) for pair in specific_types(x.type)):
                    mode = "value"
        if mode == "invalid":
            if under is not INVALID:
                self.invalid_arg(x, f"{self.operand_string(x)} for built-in {name}")
            return False
        typ = x.type
        if is_untyped(typ):
            self.update_expr_type(x.syntax(), default_type(typ), True)
            typ = default_type(typ)
        x.mode, x.type, x.value = mode, INT, value
        self._record(x, call, INT, typ)
        return True

    def _make(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        arg = call.args[0]
        typ = self.var_type(arg)
        if typ is INVALID:
            self.use(*call.args[1:])
            return False

        def check(t: Type | None, under: Type | None) -> Cause | None:
            if under is None:
                return Cause("no specific type")
            if not isinstance(under, Slice | Map | Chan):
                return Cause("type must be slice, map, or channel")
            return None

        common, cause = common_under(typ, check)
        if cause is not None:
            self.invalid_arg(arg, f"cannot make {self.expr_string(arg)}: {cause.render(self.type_string)}")
            self.use(*call.args[1:])
            return False
        least = 2 if isinstance(common, Slice) else 1
        count = len(call.args)
        if not least <= count <= least + 1:
            self.invalid_op(
                call, f"{self.expr_string(call)} expects {least} or {least + 1} arguments; found {count}"
            )
            self.use(*call.args[1:])
            return False
        types: list[Type] = [typ]
        sizes: list[int] = []
        for size in call.args[1:]:
            size_type, value = self.index(size, -1)
            types.append(size_type if size_type is not INVALID else INT)
            if value >= 0:
                sizes.append(value)
        if len(sizes) == 2 and sizes[0] > sizes[1]:
            self.invalid_arg(call.args[1], "length and capacity swapped")
        x.set_value(typ)
        self._record(x, call, typ, *types)
        return True

    def _new(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        arg = call.args[0]
        self.expr_or_type(x, arg, False)
        if not x.valid:
            return False
        if x.mode == "type":
            self.valid_var_type(arg, x.type)
        else:
            if not self.verify_version(arg.pos, (1, 26), f"new({self.expr_string(arg)})"):
                return False
            self.assignment(x, None, "argument to new")
            if not x.valid:
                return False
        typ = x.type
        x.set_value(Pointer(typ))
        self._record(x, call, x.type, typ)
        return True

    # ------------------------------------------------------------ channels, control

    def _close(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        for pair in specific_types(x.type):
            under = pair[1] if pair is not None else None
            if not isinstance(under, Chan):
                self.invalid_op(x, f"cannot close non-channel {self.operand_string(x)}")
                return False
            if under.dir == "recv":
                self.invalid_op(x, f"cannot close receive-only channel {self.operand_string(x)}")
                return False
        self._record(x, call, None, x.type)
        x.mode = "novalue"
        return True

    def _panic(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        # a call of panic ends a function that must return: remember it, unless nothing has to be returned
        if self.env.sig is not None and self.env.sig.results.vars:
            self.env.is_panic.add(call)
        self.assignment(x, ANY, "argument to panic")
        if not x.valid:
            return False
        x.mode = "novalue"
        self._record(x, call, None, ANY)
        return True

    def _print(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        name = _builtin_name(call)
        types: list[Type] = []
        for a in args:
            self.assignment(a, None, f"argument to built-in {name}")
            if not a.valid:
                return False
            types.append(a.type)
        x.mode = "novalue"
        self._record(x, call, None, *types)
        return True

    def _recover(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        x.set_value(ANY)
        self._record(x, call, ANY)
        return True

    # ------------------------------------------------------------ numbers

    def _min_max(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        name = _builtin_name(call)
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
        self._record(x, call, x.type, *[x.type for _ in args])
        return True

    def _complex(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
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
            self._record(x, call, result, arg_type, arg_type)
        return True

    def _real_imag(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        name = _builtin_name(call)
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
            self._record(x, call, result, arg_type)
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


def _builtin_name(call: ast.CallExpr) -> str:
    fun = call.fun
    while isinstance(fun, ast.ParenExpr):
        fun = fun.x
    return fun.name if isinstance(fun, ast.Ident) else ""


def _is_bytes(elem: Type) -> bool:
    under = elem.underlying()
    return isinstance(under, Basic) and under.kind in ("uint8", "byte")


def _has_length(under: Type, name: str) -> bool:
    if isinstance(under, Pointer):
        return isinstance(under.elem.underlying(), Array)
    if isinstance(under, Array | Slice | Chan):
        return True
    return name == "len" and (isinstance(under, Map) or is_string(under))


def _has_imaginary_part(value: ConstValue) -> bool:
    return isinstance(value, constants.Complex) and value.imag != 0


def _kind(t: Type) -> str:
    under = t.underlying()
    return under.kind if isinstance(under, Basic) else ""


_COMPLEX_OF: dict[str, Type] = {"float32": COMPLEX64, "float64": COMPLEX128, "untyped float": UNTYPED_COMPLEX}
_FLOAT_OF: dict[str, Type] = {"complex64": FLOAT32, "complex128": FLOAT64, "untyped complex": UNTYPED_FLOAT}

_HANDLERS: dict[str, Callable[[Builtins, Operand, ast.CallExpr, list[Operand]], bool]] = {
    "append": Builtins._append,
    "cap": Builtins._len_cap,
    "clear": Builtins._clear,
    "close": Builtins._close,
    "complex": Builtins._complex,
    "copy": Builtins._copy,
    "delete": Builtins._delete,
    "imag": Builtins._real_imag,
    "len": Builtins._len_cap,
    "make": Builtins._make,
    "max": Builtins._min_max,
    "min": Builtins._min_max,
    "new": Builtins._new,
    "panic": Builtins._panic,
    "print": Builtins._print,
    "println": Builtins._print,
    "real": Builtins._real_imag,
    "recover": Builtins._recover,
}

