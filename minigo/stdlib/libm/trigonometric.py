"""Sine, cosine, tangent and their inverses, to the last bit as Go has them: Cephes (Moshier 1992).

An argument is brought into the first octant by three parts of pi/4, a large one by the digits of 4/pi (Payne and Hanek
1983). Domain errors give NaN.
"""

from __future__ import annotations

import math
from math import nan, pi, sqrt

from minigo.stdlib.libm.elementary import bits, from_bits, poly

_SIN = (
    1.5896230157654656e-10,
    -2.5050747762857807e-08,
    2.7557313621385722e-06,
    -0.0001984126982958954,
    0.008333333333322118,
    -0.1666666666666663,
)
_COS = (
    -1.1358536521387682e-11,
    2.087570084197473e-09,
    -2.755731417929674e-07,
    2.4801587288851704e-05,
    -0.0013888888888873056,
    0.041666666666666595,
)
_LARGE = 2.0**29
_ONE = 1 << 64
_DIGITS = 1216
_FOUR_BY_PI = int(
    "000000000000000145f306dc9c882a53f84eafa3ea69bb81b6c52b3278872083fca2c757bd778ac36e48dc74849ba5c00c92"
    "5dd413a32439fc3bd63962534e7dd1046bea5d768909d338e04d68befc827323ac7306a673e93908bf177bf250763ff12fff"
    "bc0b301fde5e2316b414da3eda6cfd9e4f96136e9e8c7ecd3cbfd45aea4f758fd7cbe2f67a0e73ef14a525d4d7f6bf623f1a"
    "ba10ac06608df8f6d757",
    16,
)
"""4/pi with _DIGITS binary digits behind the point."""


def octant(x: float) -> tuple[int, float]:
    """The octant that `x` lies in, made even, and how far from its beginning; x >= 0."""
    if x >= _LARGE:
        return _far_octant(x)
    j = int(x * 1.2732395447351628)
    j += j & 1
    y = float(j)
    return j & 7, ((x - y * 7.85398125648498535156e-1) - y * 3.77489470793079817668e-8) - y * 2.69515142907905952645e-15


def _far_octant(x: float) -> tuple[int, float]:
    """The same for large numbers. Of the digits of 4/pi 192 are multiplied with the 53 of x: those before make whole
    turns, those behind are too small to matter."""
    exponent = (bits(x) >> 52) - 1023 - 52
    mantissa = bits(x) & ((1 << 52) - 1) | 1 << 52
    digits = _FOUR_BY_PI >> (_DIGITS + 64 - (exponent + 61) - 192) & ((1 << 192) - 1)
    product = ((digits >> 64) * mantissa + ((digits % _ONE) * mantissa >> 64)) % (1 << 128)
    high, low = divmod(product, _ONE)
    j = high >> 61
    high = (high << 3 | low >> 61) % _ONE
    # The highest bit goes, as the implicit one of the result; the 52 behind it are kept.
    zeros = 65 - high.bit_length()
    z = from_bits((high << zeros | low >> (64 - zeros)) % _ONE >> 12 | (1023 - zeros) << 52)
    if j & 1:
        j = (j + 1) & 7
        z -= 1
    return j, z * (pi / 4)


_FAR = 2.0**30


def beyond_pi(x: float) -> float:
    """`x` without the nearest multiple of pi, as functions of complex numbers need it."""
    if abs(x) < _FAR:
        t = float(int(x / pi + 0.5))
        return ((x - t * 3.141592502593994) - t * 1.5099578831723193e-07) - t * 1.0780605716316238e-14
    if not math.isfinite(x):
        return nan
    exponent = (bits(x) >> 52 & 0x7FF) - 1023 - 52
    mantissa = bits(x) & ((1 << 52) - 1) | 1 << 52
    # The digits of 1/pi are those of 4/pi, two places further on.
    digits = _FOUR_BY_PI >> (_DIGITS + 64 - (exponent + 62) - 192) & ((1 << 192) - 1)
    product = ((digits >> 64) * mantissa + ((digits % _ONE) * mantissa >> 64)) % (1 << 128)
    high, low = divmod(product, _ONE)
    zeros = 65 - high.bit_length()
    x = from_bits((high << zeros | low >> (64 - zeros)) % _ONE >> 12 | (1023 - zeros) << 52)
    return pi * (x - 1 if x > 0.5 else x)


def _wave(z: float, cosine: bool) -> float:
    zz = z * z
    if cosine:
        return 1.0 - 0.5 * zz + zz * zz * poly(zz, *_COS)
    return z + z * zz * poly(zz, *_SIN)


def sin(x: float) -> float:
    if x == 0 or x != x:
        return x
    if math.isinf(x):
        return nan
    j, z = octant(abs(x))
    y = _wave(z, j & 3 in (1, 2))
    return -y if (x < 0) != (j > 3) else y


def cos(x: float) -> float:
    if not math.isfinite(x):
        return nan
    j, z = octant(abs(x))
    y = _wave(z, j & 3 not in (1, 2))
    return -y if (j > 3) != (j & 3 > 1) else y


def tan(x: float) -> float:
    if x == 0 or x != x:
        return x
    if math.isinf(x):
        return nan
    j, z = octant(abs(x))
    zz = z * z
    y = z
    if zz > 1e-14:
        y = z + z * (
            zz
            * poly(zz, -13093.693918138379, 1153516.6483858742, -17956525.197648488)
            / poly(zz, 1.0, 13681.296347069296, -1320892.3444021097, 25008380.18233579, -53869575.592945464)
        )
    if j & 2:
        y = -1 / y
    return -y if x < 0 else y


def _small_atan(x: float) -> float:
    z = x * x
    z = (
        z
        * poly(z, -0.8750608600031904, -16.157537187333652, -75.00855792314705, -122.88666844901361, -64.85021904942025)
        / poly(z, 1.0, 24.858464901423062, 165.02700983169885, 432.88106049129027, 485.3903996359137, 194.5506571482614)
    )
    return x * z + x


def _positive_atan(x: float) -> float:
    if x <= 0.66:
        return _small_atan(x)
    if x > 2.41421356237309504880:
        return pi / 2 - _small_atan(1 / x) + 6.123233995736765886130e-17
    return pi / 4 + _small_atan((x - 1) / (x + 1)) + 0.5 * 6.123233995736765886130e-17


def atan(x: float) -> float:
    if x == 0:
        return x
    return _positive_atan(x) if x > 0 else -_positive_atan(-x)


def asin(x: float) -> float:
    if x == 0:
        return x
    size = abs(x)
    if not size <= 1:
        return nan
    root = sqrt(1 - size * size)
    if size > 0.7:
        result = pi / 2 - _positive_atan(root / size)
    else:
        result = _positive_atan(size / root)
    return -result if x < 0 else result


def acos(x: float) -> float:
    return pi / 2 - asin(x)


def atan2(y: float, x: float) -> float:
    if x == 0 or y == 0 or not (math.isfinite(x) and math.isfinite(y)):
        # The axes, infinities and NaN.
        return math.atan2(y, x)
    q = atan(y / x)
    if x < 0:
        return q + pi if q <= 0 else q - pi
    return q
