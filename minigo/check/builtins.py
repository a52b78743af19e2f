"""Calls of the predeclared functions."""

from __future__ import annotations

import re
from collections.abc import Callable

from minigo.check.builtins_numeric import NumericBuiltins, builtin_name
from minigo.check.builtins_unsafe import UnsafeBuiltins
from minigo.check.operand import Operand
from minigo.record import record
from minigo.syntax import ast
from minigo.types.constants import ConstValue, Unknown
from minigo.types.objects import Var
from minigo.types.predicates import (
    contains_type_param,
    is_string,
    is_type_param,
    is_untyped,
)
from minigo.types.types import (
    INVALID,
    Array,
    Basic,
    Chan,
    Interface,
    Map,
    Pointer,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
    unalias,
)
from minigo.types.typeset import Cause, common_under, identical, specific_types
from minigo.types.universe import (
    ANY,
    BYTE,
    INT,
    STRING,
    default_type,
)

_FIELDS = re.compile(r"\bstruct\{([^{}]+)\}")


@record(slots=True, frozen=True)
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
    "Add": _Arity(2),
    "Alignof": _Arity(1),
    "Offsetof": _Arity(1, own_arguments=True),
    "Sizeof": _Arity(1),
    "Slice": _Arity(2),
    "SliceData": _Arity(1),
    "String": _Arity(2),
    "StringData": _Arity(1),
}


class Builtins(UnsafeBuiltins):
    def builtin(self, x: Operand, call: ast.CallExpr, name: str) -> bool:
        arity = _ARITY[name]
        if call.has_ellipsis and name != "append":
            self.invalid_op(call, f"invalid use of ... with built-in {name}")
            self.use(*call.args)
            return False

        if name == "clear":
            self.verify_version(call.fun.pos, (1, 21), "clear")
        elif name in ("max", "min"):
            self.verify_version(call.fun.pos, (1, 21), f"built-in {name}")

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
                self.record_builtin_call(x, call, typ, typ, text.type, variadic=True)
                x.set_value(typ)
                return True
        # the rest are the arguments of func(S, ...E) S
        sig = Signature(Tuple([Var("", typ), Var("", Slice(elem))]), Tuple([Var("", typ)]), True)
        self.arguments(call, [], [], sig, args)
        x.set_value(typ)
        self.record_builtin_call(x, call, typ, typ, Slice(elem), variadic=True)
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
        self.record_builtin_call(x, call, INT, dst.type, src.type)
        return True

    def _clear(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        if not all(pair is not None and isinstance(pair[1], Map | Slice) for pair in specific_types(x.type)):
            shown = self.operand_string(x)
            self.invalid_arg(x, f"cannot clear {shown}: argument must be (or constrained by) map or slice")
            return False
        self.record_builtin_call(x, call, None, x.type)
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
        self.record_builtin_call(x, call, None, typ, key)
        return True

    def _len_cap(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        name = "len" if builtin_name(call) == "len" else "cap"
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
        self.record_builtin_call(x, call, INT, typ)
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
            self.invalid_op(call, f"{self.expr_string(call)} expects {least} or {least + 1} arguments; found {count}")
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
        self.record_builtin_call(x, call, typ, *types)
        return True

    def _new(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        arg = call.args[0]
        self.expr_or_type(x, arg, False)
        if not x.valid:
            return False
        if x.mode == "type":
            self.valid_var_type(arg, x.type)
        else:
            if not self.verify_version(call.fun.pos, (1, 26), f"new({self.expr_string(arg)})"):
                return False
            self.assignment(x, None, "argument to new")
            if not x.valid:
                return False
        typ = x.type
        x.set_value(Pointer(typ))
        self.record_builtin_call(x, call, x.type, typ)
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
        self.record_builtin_call(x, call, None, x.type)
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
        self.record_builtin_call(x, call, None, ANY)
        return True

    def _print(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        name = builtin_name(call)
        types: list[Type] = []
        for a in args:
            self.assignment(a, None, f"argument to built-in {name}")
            if not a.valid:
                return False
            types.append(a.type)
        x.mode = "novalue"
        self.record_builtin_call(x, call, None, *types)
        self.printed += [(call.lparen, name, t) for t in types]
        return True

    def unprintable_operands(self) -> None:
        """Report what print cannot show, once all else is right: gc finds out while it generates code."""
        if self.errors:
            return
        for pos, name, t in self.printed:
            if isinstance(t.underlying(), Struct | Array) and not contains_type_param(t):
                self.error(pos, f"illegal types for operand: {name}\n\t{self._as_compiled(t)}")

    def _as_compiled(self, t: Type) -> str:
        """A type in the words of gc's code generator."""
        text = _FIELDS.sub(r"struct { \1 }", self.type_string(unalias(t)))
        return text.replace("struct{}", "struct {}")

    def _recover(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        x.set_value(ANY)
        self.record_builtin_call(x, call, ANY)
        return True


def _is_bytes(elem: Type) -> bool:
    under = elem.underlying()
    return isinstance(under, Basic) and under.kind in ("uint8", "byte")


def _has_length(under: Type, name: str) -> bool:
    if isinstance(under, Pointer):
        return isinstance(under.elem.underlying(), Array)
    if isinstance(under, Array | Slice | Chan):
        return True
    return name == "len" and (isinstance(under, Map) or is_string(under))


_HANDLERS: dict[str, Callable[[Builtins, Operand, ast.CallExpr, list[Operand]], bool]] = {
    "append": Builtins._append,
    "cap": Builtins._len_cap,
    "clear": Builtins._clear,
    "close": Builtins._close,
    "complex": NumericBuiltins.complex_call,
    "copy": Builtins._copy,
    "delete": Builtins._delete,
    "imag": NumericBuiltins.real_imag_call,
    "len": Builtins._len_cap,
    "make": Builtins._make,
    "max": NumericBuiltins.min_max_call,
    "min": NumericBuiltins.min_max_call,
    "new": Builtins._new,
    "panic": Builtins._panic,
    "print": Builtins._print,
    "println": Builtins._print,
    "real": NumericBuiltins.real_imag_call,
    "recover": Builtins._recover,
    "Add": UnsafeBuiltins.unsafe_refused,
    "Alignof": UnsafeBuiltins.unsafe_size,
    "Offsetof": UnsafeBuiltins.unsafe_offset,
    "Sizeof": UnsafeBuiltins.unsafe_size,
    "Slice": UnsafeBuiltins.unsafe_refused,
    "SliceData": UnsafeBuiltins.unsafe_refused,
    "String": UnsafeBuiltins.unsafe_refused,
    "StringData": UnsafeBuiltins.unsafe_refused,
}
