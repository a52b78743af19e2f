"""Operations on floating-point and complex numbers, and conversions between them and integers.

float32 values are Python floats that a float32 can hold; every float32 result is rounded once, which is exact because
a double has more than twice the bits. Conversions to integers that cannot hold the value give what amd64 gives.
"""

from __future__ import annotations

import math
from array import array

from minigo.runtime.ops_int import COMPARISONS, INT_KINDS, wrap_int
from minigo.runtime.optable import Rows

_CELL = array("f", [0.0])

_MIN32, _MIN64 = -(1 << 31), -(1 << 63)
_TWO63, _TWO64 = float(1 << 63), float(1 << 64)


def f32(x: float) -> float:
    """`x` rounded to the nearest float32; infinite when it is too large."""
    _CELL[0] = x
    return _CELL[0]


def c64(x: complex) -> complex:
    """`x` with both parts rounded to float32."""
    return complex(f32(x.real), f32(x.imag))


def int_to_f32(x: int) -> float:
    """An integer of 64 bits as float32, rounded once."""
    excess = abs(x).bit_length() - 50
    if excess > 0:  # the double would round first: keep 50 bits, the last one sticky
        low = abs(x) & ((1 << excess) - 1)
        kept = (abs(x) >> excess) | (low != 0)
        x = (kept if x > 0 else -kept) << excess
    return f32(float(x))


def divide(x: float, y: float) -> float:
    """x / y when y is zero."""
    if y != 0:
        return x / y
    if x == 0 or x != x:
        return math.nan
    return math.copysign(math.inf, x) * math.copysign(1.0, y)


def divide_complex(n: complex, m: complex) -> complex:
    """n / m by Smith's method (Algorithm 116, CACM 5(8), 1962), with C99's infinities and zeros where that gives
    NaNs."""
    a, b, c, d = n.real, n.imag, m.real, m.imag
    if abs(c) >= abs(d):
        ratio = divide(d, c)
        scale = c + ratio * d
        e, f = divide(a + b * ratio, scale), divide(b - a * ratio, scale)
    else:
        ratio = divide(c, d)
        scale = d + ratio * c
        e, f = divide(a * ratio + b, scale), divide(b * ratio - a, scale)
    if e == e or f == f:
        return complex(e, f)
    if m == 0 and not (a != a and b != b):
        infinity = math.copysign(math.inf, c)
        return complex(infinity * a, infinity * b)
    if (math.isinf(a) or math.isinf(b)) and math.isfinite(c) and math.isfinite(d):
        a, b = _unit(a), _unit(b)
        return complex(math.inf * (a * c + b * d), math.inf * (b * c - a * d))
    if (math.isinf(c) or math.isinf(d)) and math.isfinite(a) and math.isfinite(b):
        c, d = _unit(c), _unit(d)
        return complex(0.0 * (a * c + b * d), 0.0 * (b * c - a * d))
    return complex(e, f)


def _unit(x: float) -> float:
    """1 for an infinity, 0 for anything else, with the sign of x."""
    return math.copysign(1.0 if math.isinf(x) else 0.0, x)


def float_min(x: float, y: float) -> float:
    """Go's min: NaN if any is, and -0.0 below 0.0."""
    if x != x or y != y:
        return math.nan
    if x == y:
        return x if math.copysign(1.0, x) < 0 else y
    return x if x < y else y


def float_max(x: float, y: float) -> float:
    """Go's max: NaN if any is, and 0.0 above -0.0."""
    if x != x or y != y:
        return math.nan
    if x == y:
        return y if math.copysign(1.0, x) < 0 else x
    return x if x > y else y


# ---------------------------------------------------------------- to integers


def float_to_int32(x: float) -> int:
    return int(x) if -2147483649.0 < x < 2147483648.0 else _MIN32


def float_to_int64(x: float) -> int:
    return int(x) if -_TWO63 <= x < _TWO63 else _MIN64


def float_to_uint64(x: float) -> int:
    return int(x) & 0xFFFFFFFFFFFFFFFF if -_TWO63 <= x < _TWO64 else 1 << 63


def float_to_int16(x: float) -> int:
    return wrap_int(float_to_int32(x), "int16")


def float_to_int8(x: float) -> int:
    return wrap_int(float_to_int32(x), "int8")


def float_to_uint32(x: float) -> int:
    return float_to_int64(x) & 0xFFFFFFFF


def float_to_uint16(x: float) -> int:
    return float_to_int32(x) & 0xFFFF


def float_to_uint8(x: float) -> int:
    return float_to_int32(x) & 0xFF


TO_INT = {
    "int8": float_to_int8,
    "int16": float_to_int16,
    "int32": float_to_int32,
    "int64": float_to_int64,
    "uint8": float_to_uint8,
    "uint16": float_to_uint16,
    "uint32": float_to_uint32,
    "uint64": float_to_uint64,
}


# ---------------------------------------------------------------- rows


def _floats(rows: Rows) -> None:
    for kind, rounded in (("float64", "({})"), ("float32", "f32({})")):
        for name, symbol in (("add", "+"), ("sub", "-"), ("mul", "*")):
            rows.row(f"{name}.{kind}", "x y", rounded.format(f"x {symbol} y"), pure=True)
        rows.row(f"div.{kind}", "x y", rounded.format("x / y if y else divide(x, y)"), pure=True)
        rows.row(f"neg.{kind}", "x", "(-x)", pure=True)
        rows.row(f"min.{kind}", "x y", "float_min(x, y)", pure=True)
        rows.row(f"max.{kind}", "x y", "float_max(x, y)", pure=True)
        for name, symbol in COMPARISONS.items():
            rows.row(f"{name}.{kind}", "x y", f"(x {symbol} y)", pure=True)


def _complexes(rows: Rows) -> None:
    for kind, rounded in (("complex128", "({})"), ("complex64", "c64({})")):
        for name, symbol in (("add", "+"), ("sub", "-"), ("mul", "*")):
            rows.row(f"{name}.{kind}", "x y", rounded.format(f"x {symbol} y"), pure=True)
        rows.row(f"div.{kind}", "x y", rounded.format("divide_complex(x, y)"), pure=True)
        rows.row(f"neg.{kind}", "x", "(-x)", pure=True)
        for name in ("eq", "ne"):
            rows.row(f"{name}.{kind}", "x y", f"(x {COMPARISONS[name]} y)", pure=True)
    rows.row("complex", "x y", "complex(x, y)", pure=True, attrs="width")
    rows.row("real", "x", "x.real", pure=True, attrs="width")
    rows.row("imag", "x", "x.imag", pure=True, attrs="width")


def _conversions(rows: Rows) -> None:
    for kind, (bits, _) in INT_KINDS.items():
        rows.row(f"convert.float64.{kind}", "x", "float(x)", pure=True)
        narrow = "float(x)" if bits < 24 else "f32(x)" if bits == 32 else "int_to_f32(x)"
        rows.row(f"convert.float32.{kind}", "x", narrow, pure=True)
        for source in ("float64", "float32"):
            rows.row(f"convert.{kind}.{source}", "x", f"float_to_{kind}(x)", pure=True)
    for wide, narrow, rounding in (("float64", "float32", "f32"), ("complex128", "complex64", "c64")):
        for same in (wide, narrow):
            rows.row(f"convert.{same}.{same}", "x", "x", pure=True)
        rows.row(f"convert.{wide}.{narrow}", "x", "x", pure=True)
        rows.row(f"convert.{narrow}.{wide}", "x", f"{rounding}(x)", pure=True)


def float_rows() -> Rows:
    rows = Rows()
    _floats(rows)
    _complexes(rows)
    _conversions(rows)
    return rows


HELPERS: dict[str, object] = {
    "c64": c64,
    "complex": complex,
    "divide": divide,
    "divide_complex": divide_complex,
    "f32": f32,
    "float": float,
    "float_max": float_max,
    "float_min": float_min,
    "int_to_f32": int_to_f32,
    **{f"float_to_{kind}": function for kind, function in TO_INT.items()},
}
