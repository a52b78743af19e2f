"""Which constants a basic type can represent, and the values they take there.

Values are exact until they are converted to a floating-point type, which rounds them to the nearest value (ties to
even), as a Go compiler does.
"""

from __future__ import annotations

from minigo.types import constants
from minigo.types.bigfloat import Real
from minigo.types.constants import Complex, ConstValue, Unknown
from minigo.types.predicates import is_integer, is_numeric
from minigo.types.types import Basic, Type

_INT_RANGES: dict[str, tuple[int, int]] = {
    "int": (-(1 << 63), (1 << 63) - 1),
    "int8": (-(1 << 7), (1 << 7) - 1),
    "int16": (-(1 << 15), (1 << 15) - 1),
    "int32": (-(1 << 31), (1 << 31) - 1),
    "rune": (-(1 << 31), (1 << 31) - 1),
    "int64": (-(1 << 63), (1 << 63) - 1),
    "uint": (0, (1 << 64) - 1),
    "uint8": (0, (1 << 8) - 1),
    "byte": (0, (1 << 8) - 1),
    "uint16": (0, (1 << 16) - 1),
    "uint32": (0, (1 << 32) - 1),
    "uint64": (0, (1 << 64) - 1),
    "uintptr": (0, (1 << 64) - 1),
}

_COMPLEX_PARTS = {"complex64": "float32", "complex128": "float64"}


def represent(value: ConstValue, typ: Basic) -> ConstValue | None:
    """`value` as a value of `typ` (rounded if that is a floating-point type); None if it cannot be one."""
    if isinstance(value, Unknown):
        return value
    if typ.has("integer"):
        return _represent_int(value, typ)
    if typ.has("float"):
        return _represent_float(value, typ)
    if typ.has("complex"):
        return _represent_complex(value, typ)
    if typ.has("string"):
        return value if isinstance(value, bytes) else None
    if typ.has("boolean"):
        return value if isinstance(value, bool) else None
    return None


def _represent_int(value: ConstValue, typ: Basic) -> ConstValue | None:
    if not _is_number(value):
        return None
    integer = constants.to_int(value)
    if not isinstance(integer, int):
        return None
    bounds = _INT_RANGES.get(typ.kind)
    return integer if bounds is None or bounds[0] <= integer <= bounds[1] else None


def _represent_float(value: ConstValue, typ: Basic) -> ConstValue | None:
    if not _is_number(value):
        return None
    number = constants.to_float(value)
    if isinstance(number, bool | bytes | int | Complex | Unknown):
        return None
    return number if typ.has("untyped") else _round(number, typ.kind)


def _represent_complex(value: ConstValue, typ: Basic) -> ConstValue | None:
    if not _is_number(value):
        return None
    number = constants.to_complex(value)
    if not isinstance(number, Complex):
        return None
    if typ.has("untyped"):
        return number
    part = _COMPLEX_PARTS[typ.kind]
    real, imag = _round(number.real, part), _round(number.imag, part)
    return Complex(real, imag) if real is not None and imag is not None else None


def _is_number(value: ConstValue) -> bool:
    return not isinstance(value, bool | bytes)


def _round(value: Real, kind: str) -> Real | None:
    return constants.round_float32(value) if kind == "float32" else constants.round_float64(value)


def misfit(have: Type, want: Type) -> str:
    """Why a constant of type `have` is not representable in `want`: "truncated", "overflows" or "convert"."""
    if is_numeric(have) and is_numeric(want):
        # numbers: an integer type does not take fractions, and every type has an end
        return "truncated" if not is_integer(have) and is_integer(want) else "overflows"
    return "convert"


def constant_key(value: ConstValue) -> tuple[str, ConstValue]:
    """A dictionary key that is equal for equal constants, whatever kind of number they are."""
    if isinstance(value, bool | bytes):
        return type(value).__name__, value
    if isinstance(value, Complex) and value.imag == 0:
        value = value.real
    return "number", value
