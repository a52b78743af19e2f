"""What lowering asks about types: operand kinds of the operation table, zero values, constants as Python values.

All types given here are monomorphic (without type parameters).
"""

from __future__ import annotations

import struct
from fractions import Fraction

from minigo.core.nodes import Const, Expr, Zero
from minigo.source import InternalError, Pos
from minigo.types.bigfloat import BigFloat, Real
from minigo.types.constants import Complex, ConstValue, round_float64, to_int
from minigo.types.types import Array, Basic, Chan, Interface, Map, Pointer, Signature, Slice, Struct, Tuple, Type
from minigo.types.universe import BOOL, RUNE, TYP

_KINDS = {
    "int": "int64",
    "uint": "uint64",
    "uintptr": "uint64",
    "untyped int": "int64",
    "untyped rune": "int32",
    "untyped float": "float64",
    "untyped complex": "complex128",
    "untyped string": "string",
    "untyped bool": "bool",
}

_DEFAULTS: dict[str, Basic] = {
    "untyped bool": BOOL,
    "untyped int": TYP["int"],
    "untyped rune": RUNE,
    "untyped float": TYP["float64"],
    "untyped complex": TYP["complex128"],
    "untyped string": TYP["string"],
}


def kind_of(t: Type) -> str:
    """The `<k>` of the operation table (or "bool") for a type that is basic underneath."""
    u = t.underlying()
    if not isinstance(u, Basic):
        raise InternalError(f"no basic type: {u!r}")
    return _KINDS.get(u.kind, u.kind)


def int_kind(t: Type) -> str | None:
    """The `<k>` of an integer type; None for other types."""
    u = t.underlying()
    return kind_of(u) if isinstance(u, Basic) and "integer" in u.flags else None


def is_aggregate(t: Type) -> bool:
    """Structs and arrays: mutable Python objects that lowering copies."""
    return isinstance(t.underlying(), Struct | Array)


def is_interface(t: Type) -> bool:
    return isinstance(t.underlying(), Interface)


def is_byte_slice(t: Type) -> bool:
    u = t.underlying()
    return isinstance(u, Slice) and kind_is(u.elem, "uint8")


def is_rune_slice(t: Type) -> bool:
    u = t.underlying()
    return isinstance(u, Slice) and kind_is(u.elem, "int32")


def kind_is(t: Type, kind: str) -> bool:
    u = t.underlying()
    return isinstance(u, Basic) and u.kind == kind


def default_type(t: Type) -> Type:
    """The type that an untyped constant takes by itself; `t` when it is typed."""
    return _DEFAULTS.get(t.kind, t) if isinstance(t, Basic) else t


def default_of_value(value: ConstValue) -> Type:
    match value:
        case bool():
            return BOOL
        case bytes():
            return TYP["string"]
        case int():
            return TYP["int"]
        case Fraction() | BigFloat():
            return TYP["float64"]
        case _:
            return TYP["complex128"]


def elem_type(t: Type) -> Type:
    """The element type of a slice, array, pointer, map or channel."""
    u = t.underlying()
    if not isinstance(u, Slice | Array | Pointer | Map | Chan):
        raise InternalError(f"no elements in {u!r}")
    return u.elem


def struct_type(t: Type) -> Struct:
    """The struct underneath a struct type or a pointer to one."""
    u = t.underlying()
    if isinstance(u, Pointer):
        u = u.elem.underlying()
    if not isinstance(u, Struct):
        raise InternalError(f"no struct: {u!r}")
    return u


def array_type(t: Type) -> Array | None:
    """The array underneath an array type or a pointer to one, else None."""
    u = t.underlying()
    if isinstance(u, Pointer):
        u = u.elem.underlying()
    return u if isinstance(u, Array) else None


def signature(t: Type) -> Signature:
    u = t.underlying()
    if not isinstance(u, Signature):
        raise InternalError(f"no function type: {u!r}")
    return u


def var_type(t: Type | None) -> Type:
    """The type of a checked object."""
    if t is None:
        raise InternalError("object without type")
    return t


def var_types(t: Tuple) -> list[Type]:
    return [var_type(v.type) for v in t.vars]


def zero(pos: Pos, t: Type) -> Expr:
    """The zero value of `t`."""
    u = t.underlying()
    match u:
        case Basic():
            if u.kind == "string" or u.kind == "untyped string":
                return Const(pos, b"")
            if "boolean" in u.flags:
                return Const(pos, False)
            if "integer" in u.flags:
                return Const(pos, 0)
            if "float" in u.flags:
                return Const(pos, 0.0)
            if "complex" in u.flags:
                return Const(pos, 0j)
            return Const(pos, None)
        case Struct() | Array() | Slice() | Map():
            return Zero(pos, t)
        case _:
            return Const(pos, None)


def python_value(value: ConstValue, t: Type) -> bool | int | float | complex | bytes:
    """The Python value of a constant of the basic type `t`."""
    u = t.underlying()
    if isinstance(value, bool | bytes) or not isinstance(u, Basic):
        if isinstance(value, bool | bytes):
            return value
        raise InternalError(f"constant of type {u!r}")
    if "integer" in u.flags:
        integer = to_int(value)
        if not isinstance(integer, int):
            raise InternalError(f"constant {value!r} of type {u.kind}")
        return integer
    if "float" in u.flags:
        return _float(_real(value), u.kind)
    if "complex" in u.flags:
        part = "float32" if u.kind == "complex64" else "float64"
        if isinstance(value, Complex):
            return complex(_float(value.real, part), _float(value.imag, part))
        return complex(_float(_real(value), part), 0.0)
    raise InternalError(f"constant {value!r} of type {u.kind}")


def _real(value: ConstValue) -> Real:
    if isinstance(value, Complex):
        return value.real
    if isinstance(value, int):
        return Fraction(value)
    if isinstance(value, Fraction | BigFloat):
        return value
    raise InternalError(f"no numeric constant: {value!r}")


def _float(value: Real, kind: str) -> float:
    rounded = round_float64(value)
    if rounded is None:
        raise InternalError("float constant overflows")
    result = float(rounded)
    if kind == "float32":
        result = float(struct.unpack("<f", struct.pack("<f", result))[0])
    return result
