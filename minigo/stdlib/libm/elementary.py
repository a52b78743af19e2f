"""Exponentials, logarithms, powers, roots and hyperbolic functions, to the last bit as Go has them on amd64.

Python's functions are those of the C library: nearly always right, but not on every machine alike, and not what Go
prints. Here are the algorithms that Go uses: FreeBSD's msun (Sun Microsystems 1993) for logarithms, exp2, expm1,
log1p, cbrt, asinh, acosh and atanh; Cephes (Moshier) for tanh; a Taylor series with fused multiplications for exp.
The order of operations decides the last bit, so it is the algorithm's. Domain errors give NaN, overflows infinity.
"""

from __future__ import annotations

import math
import struct
from math import inf, nan, sqrt

LN2 = 0.6931471805599453
LOG2E = 1.4426950408889634
LOG10E = 0.4342944819032518
LN2_HIGH = 6.93147180369123816490e-01
LN2_LOW = 1.90821492927058770002e-10
TINY = 2.0**-54
NEAR_ZERO = 2.0**-28


def bits(x: float) -> int:
    """The IEEE 754 representation of `x`."""
    found: int = struct.unpack("<Q", struct.pack("<d", x))[0]
    return found


def from_bits(b: int) -> float:
    found: float = struct.unpack("<d", struct.pack("<Q", b))[0]
    return found


def poly(x: float, *coefficients: float) -> float:
    """A polynomial by Horner's rule, the highest coefficient first."""
    total = coefficients[0]
    for c in coefficients[1:]:
        total = total * x + c
    return total


def ldexp(fraction: float, exponent: int) -> float:
    try:
        return math.ldexp(fraction, exponent)
    except OverflowError:
        return math.copysign(inf, fraction)


# ---------------------------------------------------------------- fused multiplication


def _two_sum(a: float, b: float) -> tuple[float, float]:
    """a + b rounded, and the error of that (Knuth)."""
    s = a + b
    t = s - a
    return s, (a - (s - t)) + (b - t)


def _two_product(a: float, b: float) -> tuple[float, float]:
    """a * b rounded, and the error of that (Veltkamp and Dekker)."""
    p = a * b
    c = 134217729.0 * a
    a_high = c - (c - a)
    a_low = a - a_high
    c = 134217729.0 * b
    b_high = c - (c - b)
    b_low = b - b_high
    return p, ((a_high * b_high - p) + a_high * b_low + a_low * b_high) + a_low * b_low


def fused(a: float, b: float, c: float) -> float:
    """a * b + c rounded once, of numbers far from overflow and underflow (Boldo and Melquiond 2008: the sum of the
    small parts is rounded to odd)."""
    product, product_error = _two_product(a, b)
    small, small_error = _two_sum(c, product_error)
    big, big_error = _two_sum(product, small)
    rest, lost = _two_sum(small_error, big_error)
    if lost and not bits(rest) & 1:
        rest = math.nextafter(rest, inf if lost > 0 else -inf)
    return big + rest


# ---------------------------------------------------------------- exponentials

_EXP_SERIES = (1.9841269841269841270e-4, 1.3888888888888888889e-3, 8.3333333333333333333e-3, 4.1666666666666666667e-2)


def exp(x: float) -> float:
    if x != x or x == inf:
        return x
    if x > 7.09782712893384e02:
        return inf
    if x < -746.0:
        return 0.0
    k = round(x * LOG2E)
    # The series for a sixteenth of what is left; squaring (1 + y) four times undoes the division.
    x = fused(-float(k), 0.69314718055966295651160180568695068359375, x)
    x = fused(-float(k), 0.28235290563031577122588448175013436025525412068e-12, x)
    x *= 0.0625
    y = 2.4801587301587301587e-5
    for c in (*_EXP_SERIES, 1.6666666666666666667e-1, 0.5, 1.0):
        y = fused(y, x, c)
    x *= y
    for _ in range(3):
        x *= x + 2.0
    x = fused(x + 2.0, x, 1.0)
    exponent = k + 0x3FF
    if exponent >= 0x7FF:
        return inf
    if exponent > 0:
        return x * from_bits(exponent << 52)
    if exponent < -52:
        return 0.0
    return x * from_bits((exponent + 0x3FE) << 52) * from_bits(1 << 52)


def _exp_of(high: float, low: float, k: int) -> float:
    """exp(high - low) * 2**k, of a small difference."""
    r = high - low
    t = r * r
    c = r - t * poly(
        t,
        4.1381367970572385e-08,
        -1.6533902205465252e-06,
        6.613756321437934e-05,
        -0.0027777777777015593,
        0.16666666666666666,
    )
    return ldexp(1 - ((low - (r * c) / (2 - c)) - high), k)


def exp2(x: float) -> float:
    if x != x:
        return x
    if x > 1.0239999999999999e03:
        return inf
    if x < -1.0740e03:
        return 0.0
    k = int(x + 0.5) if x > 0 else int(x - 0.5)
    t = x - k
    return _exp_of(t * LN2_HIGH, -t * LN2_LOW, k)


def expm1(x: float) -> float:
    if x != x or x == inf:
        return x
    if x <= -38.8162421113569373274:
        return -1.0
    if x >= 709.782712893383973096:
        return inf
    c = 0.0
    k = 0
    if abs(x) > 0.5 * LN2:
        if abs(x) < 1.03972077083991796413:
            k = 1 if x > 0 else -1
        else:
            k = int(1.44269504088896338700 * x + math.copysign(0.5, x))
        high, low = x - k * LN2_HIGH, k * LN2_LOW
        x = high - low
        c = (high - x) - low
    elif abs(x) < TINY:
        return x
    half = 0.5 * x
    hxs = x * half
    r = poly(
        hxs,
        -2.0109921818362437e-07,
        4.008217827329362e-06,
        -7.93650757867488e-05,
        0.0015873015872548146,
        -0.03333333333333313,
        1.0,
    )
    t = 3 - r * half
    e = hxs * ((r - t) / (6.0 - x * t))
    if k == 0:
        return x - (x * e - hxs)
    e = x * (e - c) - c
    e -= hxs
    if k == -1:
        return 0.5 * (x - e) - 0.5
    if k == 1:
        return -2 * (e - (x + 0.5)) if x < -0.25 else 1 + 2 * (x - e)
    if k <= -2 or k > 56:
        return _scaled(1 - (e - x), k) - 1
    if k < 20:
        return _scaled((1 - 2.0**-k) - (e - x), k)
    return _scaled((x - (e + 2.0**-k)) + 1, k)


def _scaled(y: float, k: int) -> float:
    """y * 2**k by the exponent alone."""
    return from_bits((bits(y) + (k << 52)) & 0xFFFFFFFFFFFFFFFF)


# ---------------------------------------------------------------- logarithms

_LOG_ODD = (0.14798198605116586, 0.1818357216161805, 0.2857142874366239, 0.6666666666666735)
_LOG_EVEN = (0.15313837699209373, 0.22222198432149784, 0.3999999999940942)
_LOG = (
    0.14798198605116586,
    0.15313837699209373,
    0.1818357216161805,
    0.22222198432149784,
    0.2857142874366239,
    0.3999999999940942,
    0.6666666666666735,
)


def log(x: float) -> float:
    if x != x or x == inf:
        return x
    if x <= 0:
        return nan if x < 0 else -inf
    if x < 2.0**-1022:
        # The assembler takes a subnormal number for a normal one.
        fraction, exponent = from_bits(bits(x) | bits(0.5)), -0x3FE
    else:
        fraction, exponent = math.frexp(x)
    if fraction <= 7.07106781186547524401e-01:
        fraction *= 2
        exponent -= 1
    f = fraction - 1
    s = f / (2 + f)
    s2 = s * s
    s4 = s2 * s2
    r = s2 * poly(s4, *_LOG_ODD) + s4 * poly(s4, *_LOG_EVEN)
    half = 0.5 * f * f
    return exponent * LN2_HIGH - ((half - (s * (half + r) + exponent * LN2_LOW)) - f)


def log10(x: float) -> float:
    return log(x) * LOG10E


def log2(x: float) -> float:
    fraction, exponent = math.frexp(x) if math.isfinite(x) else (x, 0)
    if fraction == 0.5:
        return float(exponent - 1)
    return log(fraction) * LOG2E + exponent


def log1p(x: float) -> float:
    if x < -1 or x != x:
        return nan
    if x == -1:
        return -inf
    if x == inf:
        return x
    size = abs(x)
    if size < 2.0**-29:
        return x if size < TINY else x - x * x * 0.5
    c = 0.0
    k = 0
    f = x
    small = False
    if not -2.928932188134524755992e-01 < x < 4.142135623730950488017e-01:
        if size < 2.0**53:
            u = 1.0 + x
            k = (bits(u) >> 52) - 1023
            c = (1.0 - (u - x) if k > 0 else x - (u - 1.0)) / u
        else:
            u = x
            k = (bits(u) >> 52) - 1023
        mantissa = bits(u) & 0x000FFFFFFFFFFFFF
        if mantissa < 0x0006A09E667F3BCD:
            u = from_bits(mantissa | 0x3FF0000000000000)
        else:
            k += 1
            u = from_bits(mantissa | 0x3FE0000000000000)
            mantissa = (0x0010000000000000 - mantissa) >> 2
        f = u - 1.0
        small = mantissa == 0
    half = 0.5 * f * f
    if small:
        if f == 0:
            return 0.0 if k == 0 else k * LN2_HIGH + (c + k * LN2_LOW)
        r = half * (1.0 - 0.66666666666666666 * f)
        return f - r if k == 0 else k * LN2_HIGH - ((r - (k * LN2_LOW + c)) - f)
    s = f / (2.0 + f)
    z = s * s
    r = z * poly(z, *_LOG)
    if k == 0:
        return f - (half - s * (half + r))
    return k * LN2_HIGH - ((half - (s * (half + r) + (k * LN2_LOW + c))) - f)


# ---------------------------------------------------------------- powers and roots


def is_odd(x: float) -> bool:
    """Whether `x` is an odd integer; from 2**53 on all are even."""
    return abs(x) < 2.0**53 and x == int(x) and int(x) & 1 == 1


def power(x: float, y: float) -> float:
    if y == 0 or x == 1:
        return 1.0
    if y == 1:
        return x
    if x != x or y != y:
        return nan
    if x == 0:
        if y < 0:
            return math.copysign(inf, x) if is_odd(y) else inf
        return x if is_odd(y) else 0.0
    if math.isinf(y):
        if x == -1:
            return 1.0
        return 0.0 if (abs(x) < 1) == (y > 0) else inf
    if math.isinf(x):
        if x < 0:
            return power(-0.0, -y)
        return 0.0 if y < 0 else inf
    if abs(y) == 0.5:
        root = sqrt(x) if x > 0 else nan
        return root if y > 0 else 1 / root
    broken, whole = math.modf(abs(y))
    if broken and x < 0:
        return nan
    if whole >= 2.0**63:
        if x == -1:
            return 1.0
        return 0.0 if (abs(x) < 1) == (y > 0) else inf
    result = 1.0
    if broken:
        if broken > 0.5:
            broken -= 1
            whole += 1
        result = exp(broken * log(x))
    return _repeated(x, int(whole), result, y < 0)


def _repeated(x: float, count: int, result: float, inverse: bool) -> float:
    """result * x**count, or one by that, by squaring: fractions and exponents apart."""
    exponent = 0
    square, square_exponent = math.frexp(x)
    while count:
        if not -(1 << 12) <= square_exponent <= 1 << 12:
            # It overflows, or vanishes, whatever comes.
            exponent += square_exponent
            break
        if count & 1:
            result *= square
            exponent += square_exponent
        square *= square
        square_exponent <<= 1
        if square < 0.5:
            square += square
            square_exponent -= 1
        count >>= 1
    if inverse:
        result, exponent = 1 / result, -exponent
    return ldexp(result, exponent)


def cbrt(x: float) -> float:
    if x == 0 or not math.isfinite(x):
        return x
    size = abs(x)
    t = from_bits(bits(size) // 3 + (715094163 << 32))
    if size < 2.0**-1022:
        t = from_bits(bits(2.0**54 * size) // 3 + (696219795 << 32))
    r = t * t / size
    s = 5.42857142857142815906e-01 + r * t
    t *= 3.57142857142857150787e-01 + 1.60714285714285720630 / (
        s + 1.41428571428571436819 + -7.05306122448979611050e-01 / s
    )
    # To 22 bits, so that t*t is exact.
    t = from_bits((bits(t) & 0xFFFFFFFFC << 28) + (1 << 30))
    r = size / (t * t)
    t += t * ((r - t) / (t + t + r))
    return math.copysign(t, x)


def hypot(p: float, q: float) -> float:
    if math.isinf(p) or math.isinf(q):
        return inf
    if p != p or q != q:
        return nan
    small, large = sorted((abs(p), abs(q)))
    if large == 0:
        return 0.0
    ratio = small / large
    return large * sqrt(ratio * ratio + 1.0)


# ---------------------------------------------------------------- hyperbolic functions


def sinh(x: float) -> float:
    if x == 0:
        return x
    size = abs(x)
    if size > 21:
        result = exp(size) * 0.5
    elif size > 0.5:
        e = exp(size)
        result = (e - 1 / e) * 0.5
    else:
        square = size * size
        result = poly(square, -26.30563213397497, -2894.211355989564, -89912.72022039509, -630767.3640497717) * size
        result /= poly(square, 1.0, -173.6789535582337, 15215.17378790019, -630767.3640497717)
    return -result if x < 0 else result


def cosh(x: float) -> float:
    x = abs(x)
    e = exp(x)
    return e * 0.5 if x > 21 else (e + 1 / e) * 0.5


def tanh(x: float) -> float:
    size = abs(x)
    if size > 0.5 * 8.8029691931113054295988e01:
        return math.copysign(1.0, x)
    if size >= 0.625:
        return math.copysign(1 - 2 / (exp(2 * size) + 1), x)
    if x == 0:
        return x
    s = x * x
    return x + x * s * poly(s, -0.9643991794250523, -99.28772310019185, -1614.6876844170845) / poly(
        s, 1.0, 112.81167849163293, 2235.4883906010045, 4844.063053251255
    )


def asinh(x: float) -> float:
    if x == 0 or not math.isfinite(x):
        return x
    size = abs(x)
    if size > 2.0**28:
        result = log(size) + LN2
    elif size > 2:
        result = log(2 * size + 1 / (sqrt(size * size + 1) + size))
    elif size < NEAR_ZERO:
        result = size
    else:
        result = log1p(size + size * size / (1 + sqrt(1 + size * size)))
    return -result if x < 0 else result


def acosh(x: float) -> float:
    if x < 1 or x != x:
        return nan
    if x >= 2.0**28:
        return log(x) + LN2
    if x > 2:
        return log(2 * x - 1 / (x + sqrt(x * x - 1)))
    t = x - 1
    return log1p(t + sqrt(2 * t + t * t))


def atanh(x: float) -> float:
    if x != x or abs(x) > 1:
        return nan
    if abs(x) == 1:
        return math.copysign(inf, x)
    if x == 0:
        return x
    size = abs(x)
    if size < NEAR_ZERO:
        result = size
    elif size < 0.5:
        result = size + size
        result = 0.5 * log1p(result + result * size / (1 - size))
    else:
        result = 0.5 * log1p((size + size) / (1 - size))
    return -result if x < 0 else result
