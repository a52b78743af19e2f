"""Natives of package math: those that are exact over Python's, the others from `libm`. Infinities and NaN where Python
raises."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable

from minigo.runtime.natives import native
from minigo.stdlib.floats import round32
from minigo.stdlib.libm import bessel, elementary, special, trigonometric

_INF = math.inf
_NAN = math.nan
_SMALLEST32 = 2.0**-149
_GO_NAN: float = struct.unpack("<d", struct.pack("<Q", 0x7FF8000000000001))[0]


for _name, _f in {
    "Acos": trigonometric.acos,
    "Acosh": elementary.acosh,
    "Asin": trigonometric.asin,
    "Asinh": elementary.asinh,
    "Atan": trigonometric.atan,
    "Atanh": elementary.atanh,
    "Cbrt": elementary.cbrt,
    "Cos": trigonometric.cos,
    "Cosh": elementary.cosh,
    "Erf": special.erf,
    "Erfc": special.erfc,
    "Erfinv": special.erfinv,
    "Exp": elementary.exp,
    "Exp2": elementary.exp2,
    "Expm1": elementary.expm1,
    "Gamma": special.gamma,
    "J0": bessel.j0,
    "J1": bessel.j1,
    "Log": elementary.log,
    "Log10": elementary.log10,
    "Log1p": elementary.log1p,
    "Log2": elementary.log2,
    "Sin": trigonometric.sin,
    "Sinh": elementary.sinh,
    "Tan": trigonometric.tan,
    "Tanh": elementary.tanh,
    "Y0": bessel.y0,
    "Y1": bessel.y1,
}.items():
    native("math." + _name)(_f)

native("math/cmplx.beyondPi")(trigonometric.beyond_pi)
native("math.Atan2")(trigonometric.atan2)
native("math.Hypot")(elementary.hypot)
native("math.Jn")(bessel.jn)
native("math.Ldexp")(elementary.ldexp)
native("math.Lgamma")(special.lgamma)
native("math.Pow")(elementary.power)
native("math.Yn")(bessel.yn)
native("math.Abs")(math.fabs)
native("math.Copysign")(math.copysign)
native("math.NaN")(lambda: _GO_NAN)
native("math.Inf")(lambda sign: _INF if sign >= 0 else -_INF)
native("math.Float64bits")(lambda x: struct.unpack("<Q", struct.pack("<d", x))[0])
native("math.Float64frombits")(lambda b: struct.unpack("<d", struct.pack("<Q", b))[0])
native("math.Float32bits")(lambda x: struct.unpack("<I", struct.pack("<f", round32(x)))[0])
native("math.Float32frombits")(lambda b: struct.unpack("<f", struct.pack("<I", b))[0])
native("math.Nextafter")(math.nextafter)


@native("math.Sqrt")
def sqrt(x: float) -> float:
    return math.sqrt(x) if x >= 0 else _NAN


@native("math.Nextafter32")
def nextafter32(x: float, y: float) -> float:
    if x != x or y != y:
        return _NAN
    if x == y:
        return x
    if x == 0:
        return math.copysign(_SMALLEST32, y)
    (bits,) = struct.unpack("<I", struct.pack("<f", x))
    bits += 1 if (y > x) == (x > 0) else -1
    following: float = struct.unpack("<f", struct.pack("<I", bits))[0]
    return following


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


@native("math.Pow10")
def power_of_10(n: int) -> float:
    """Rounded once up to 10**31 and for multiples of 32, else the quotient or product of two such powers."""
    if n > 308:
        return _INF
    if n < -323:
        return 0.0
    high, low = divmod(abs(n), 32)
    small = float(10**low)
    return float(f"1e{32 * high}") * small if n >= 0 else float(f"1e-{32 * high}") / small


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
        return -_INF if exact < 0 else _INF
