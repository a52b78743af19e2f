"""Natives of package math, over Python's: infinities and NaN where Python raises."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable

from minigo.runtime.natives import native
from minigo.stdlib.floats import round32

_INF = math.inf
_NAN = math.nan
_GO_NAN: float = struct.unpack("<d", struct.pack("<Q", 0x7FF8000000000001))[0]


def _total(name: str, f: Callable[[float], float], overflow: float = _NAN) -> None:
    """Registers `f`; where Python reports a domain error the result is NaN, for an overflow `overflow`."""

    def total(x: float) -> float:
        try:
            return f(x)
        except ValueError:
            return _NAN
        except OverflowError:
            return overflow

    native(name)(total)


for _name, _f in {
    "Acos": math.acos,
    "Acosh": math.acosh,
    "Asin": math.asin,
    "Asinh": math.asinh,
    "Atan": math.atan,
    "Cos": math.cos,
    "Erf": math.erf,
    "Erfc": math.erfc,
    "Sin": math.sin,
    "Tan": math.tan,
    "Tanh": math.tanh,
    "Sqrt": math.sqrt,
    "Cbrt": math.cbrt,
}.items():
    _total("math." + _name, _f)

_total("math.Exp", math.exp, _INF)
_total("math.Exp2", math.exp2, _INF)
_total("math.Expm1", math.expm1, _INF)
_total("math.Cosh", math.cosh, _INF)

native("math.Abs")(math.fabs)
native("math.Atan2")(math.atan2)
native("math.Copysign")(math.copysign)
native("math.Hypot")(math.hypot)
native("math.NaN")(lambda: _GO_NAN)
native("math.Inf")(lambda sign: _INF if sign >= 0 else -_INF)
native("math.Float64bits")(lambda x: struct.unpack("<Q", struct.pack("<d", x))[0])
native("math.Float64frombits")(lambda b: struct.unpack("<d", struct.pack("<Q", b))[0])
native("math.Float32bits")(lambda x: struct.unpack("<I", struct.pack("<f", round32(x)))[0])
native("math.Float32frombits")(lambda b: struct.unpack("<f", struct.pack("<I", b))[0])
native("math.Nextafter")(math.nextafter)


@native("math.Sinh")
def sinh(x: float) -> float:
    try:
        return math.sinh(x)
    except OverflowError:
        return math.copysign(_INF, x)


@native("math.Atanh")
def atanh(x: float) -> float:
    if abs(x) == 1:
        return math.copysign(_INF, x)
    return math.atanh(x) if abs(x) < 1 else _NAN


def _logarithm(f: Callable[[float], float], zero: float) -> Callable[[float], float]:
    def log(x: float) -> float:
        if x == zero:
            return -_INF
        return f(x) if x > zero else _NAN

    return log


native("math.Log")(_logarithm(math.log, 0.0))
native("math.Log10")(_logarithm(math.log10, 0.0))
native("math.Log2")(_logarithm(math.log2, 0.0))
native("math.Log1p")(_logarithm(math.log1p, -1.0))


def _integral(f: Callable[[float], int]) -> Callable[[float], float]:
    """An integer-valued function that keeps the sign of zero and passes what is not finite."""

    def whole(x: float) -> float:
        return math.copysign(float(f(x)), x) if math.isfinite(x) else x

    return whole


native("math.Ceil")(_integral(math.ceil))
native("math.Floor")(_integral(math.floor))
native("math.Trunc")(_integral(math.trunc))
native("math.RoundToEven")(_integral(round))


@native("math.Round")
def round_half_away(x: float) -> float:
    if not math.isfinite(x) or abs(x) >= 2.0**52:
        return x
    whole = math.floor(abs(x))
    return math.copysign(float(whole + (abs(x) - whole >= 0.5)), x)


@native("math.Frexp")
def frexp(x: float) -> tuple[float, int]:
    return math.frexp(x) if math.isfinite(x) else (x, 0)


@native("math.Ldexp")
def ldexp(fraction: float, exponent: int) -> float:
    try:
        return math.ldexp(fraction, exponent)
    except OverflowError:
        return math.copysign(_INF, fraction)


@native("math.Modf")
def modf(x: float) -> tuple[float, float]:
    if math.isinf(x):
        return x, _NAN
    fraction, whole = math.modf(x)
    return whole, fraction


@native("math.Mod")
def mod(x: float, y: float) -> float:
    if y == 0 or math.isinf(x):
        return _NAN
    return math.fmod(x, y)


@native("math.Remainder")
def remainder(x: float, y: float) -> float:
    if y == 0 or math.isinf(x):
        return _NAN
    return math.remainder(x, y)


@native("math.Pow")
def power(x: float, y: float) -> float:
    try:
        return math.pow(x, y)
    except ValueError:
        # A zero base with a negative exponent, or a negative base with a broken one.
        if x == 0:
            odd = y == math.trunc(y) and math.fmod(y, 2) != 0
            return math.copysign(_INF, x) if odd else _INF
        return _NAN
    except OverflowError:
        odd = y == math.trunc(y) and math.fmod(y, 2) != 0
        return -_INF if x < 0 and odd else _INF


@native("math.Gamma")
def gamma(x: float) -> float:
    try:
        return math.gamma(x)
    except ValueError:
        return math.copysign(_INF, x) if x == 0 else _NAN
    except OverflowError:
        return _INF


@native("math.FMA")
def fma(x: float, y: float, z: float) -> float:
    """x*y + z rounded once, by exact rational arithmetic."""
    if not (math.isfinite(x) and math.isfinite(y)):
        return x * y + z
    if not math.isfinite(z):
        return z
    from fractions import Fraction

    exact = Fraction(x) * Fraction(y) + Fraction(z)
    if exact == 0:
        return x * y + z
    try:
        return float(exact)
    except OverflowError:
        return math.copysign(_INF, exact)
