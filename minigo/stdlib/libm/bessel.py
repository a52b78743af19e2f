"""Bessel functions of the first and second kind, as Go has them to the last bit. FreeBSD's msun (Sun
Microsystems 1993).

Near zero they are rational functions; from 2 on waves, whose amplitude and phase are rational functions of 1/x**2.
"""

from __future__ import annotations

import math
from math import inf, nan, sqrt
from typing import NamedTuple

from minigo.stdlib.libm.elementary import log, poly
from minigo.stdlib.libm.trigonometric import cos, sin

_INVERSE_SQRT_PI = 0.5641895835477563
_TWO_BY_PI = 0.6366197723675814
_HALF_MAX = 1.7976931348623157e308 / 2
_HUGE = 2.0**302

Coefficients = tuple[float, ...]


class _Wave(NamedTuple):
    """Numerators and denominators, the lowest coefficient first, for x from 8, 4.5454, 2.8571 and 2 on; how the
    amplitude and the phase begin."""

    amplitude: tuple[tuple[Coefficients, Coefficients], ...]
    phase: tuple[tuple[Coefficients, Coefficients], ...]
    begin: float


_WAVE0 = _Wave(
    (
        (
            (
                0.0,
                -0.07031249999999004,
                -8.081670412753498,
                -257.06310567970485,
                -2485.216410094288,
                -5253.043804907295,
            ),
            (116.53436461966818, 3833.7447536412183, 40597.857264847255, 116752.97256437592, 47627.728414673096),
        ),
        (
            (
                -1.141254646918945e-11,
                -0.07031249408735993,
                -4.159610644705878,
                -67.67476522651673,
                -331.23129964917297,
                -346.4333883656049,
            ),
            (60.753938269230034, 1051.2523059570458, 5978.970943338558, 9625.445143577745, 2406.058159229391),
        ),
        (
            (
                -2.547046017719519e-09,
                -0.07031196163814817,
                -2.409032215495296,
                -21.96597747348831,
                -58.07917047017376,
                -31.44794705948885,
            ),
            (35.85603380552097, 361.51398305030386, 1193.6078379211153, 1127.9967985690741, 173.58093081333575),
        ),
        (
            (
                -8.875343330325264e-08,
                -0.07030309954836247,
                -1.4507384678095299,
                -7.635696138235278,
                -11.193166886035675,
                -3.2336457935133534,
            ),
            (22.22029975320888, 136.2067942182152, 270.4702786580835, 153.87539420832033, 14.65761769482562),
        ),
    ),
    (
        (
            (0.0, 0.0732421874999935, 11.76820646822527, 557.6733802564019, 8859.197207564686, 37014.62677768878),
            (
                163.77602689568982,
                8098.344946564498,
                142538.29141912048,
                803309.2571195144,
                840501.5798190605,
                -343899.2935378666,
            ),
        ),
        (
            (
                1.8408596359451553e-11,
                0.07324217666126848,
                5.8356350896205695,
                135.11157728644983,
                1027.243765961641,
                1989.9778586460538,
            ),
            (
                82.77661022365378,
                2077.81416421393,
                18847.28877857181,
                56751.11228949473,
                35976.75384251145,
                -5354.342756019448,
            ),
        ),
        (
            (
                4.377410140897386e-09,
                0.07324111800429114,
                3.344231375161707,
                42.621844074541265,
                170.8080913405656,
                166.73394869665117,
            ),
            (
                48.75887297245872,
                709.689221056606,
                3704.1482262011136,
                6460.425167525689,
                2516.3336892036896,
                -149.2474518361564,
            ),
        ),
        (
            (
                1.5044444488698327e-07,
                0.07322342659630793,
                1.99819174093816,
                14.495602934788574,
                31.666231750478154,
                16.252707571092927,
            ),
            (
                30.36558483552192,
                269.34811860804984,
                844.7837575953201,
                882.9358451124886,
                212.66638851179883,
                -5.3109549388266695,
            ),
        ),
    ),
    -0.125,
)
_WAVE1 = _Wave(
    (
        (
            (0.0, 0.11718749999998865, 13.239480659307358, 412.05185430737856, 3874.7453891396053, 7914.479540318917),
            (114.20737037567841, 3650.9308342085346, 36956.206026903346, 97602.79359349508, 30804.27206278888),
        ),
        (
            (
                1.3199051955624352e-11,
                0.1171874931906141,
                6.802751278684329,
                108.30818299018911,
                517.6361395331998,
                528.7152013633375,
            ),
            (59.28059872211313, 991.4014187336144, 5353.26695291488, 7844.690317495512, 1504.0468881036106),
        ),
        (
            (
                3.025039161373736e-09,
                0.11718686556725359,
                3.9329775003331564,
                35.11940355916369,
                91.05501107507813,
                48.55906851973649,
            ),
            (34.79130950012515, 336.76245874782575, 1046.8713997577513, 890.8113463982564, 103.78793243963928),
        ),
        (
            (
                1.0771083010687374e-07,
                0.11717621946268335,
                2.368514966676088,
                12.242610914826123,
                17.693971127168773,
                5.073523125888185,
            ),
            (21.43648593638214, 125.29022716840275, 232.2764690571628, 117.6793732871471, 8.364638933716183),
        ),
    ),
    (
        (
            (0.0, -0.10253906249999271, -16.271753454459, -759.6017225139501, -11849.806670242959, -48438.512428575035),
            (
                161.3953697007229,
                7825.385999233485,
                133875.33628724958,
                719657.7236832409,
                666601.2326177764,
                -294490.26430383464,
            ),
        ),
        (
            (
                -2.089799311417641e-11,
                -0.10253905024137543,
                -8.05644828123936,
                -183.66960747488838,
                -1373.1937606550816,
                -2612.4444045321566,
            ),
            (
                81.27655013843358,
                1991.7987346048596,
                17468.48519249089,
                49851.42709103523,
                27948.075163891812,
                -4719.183547951285,
            ),
        ),
        (
            (
                -5.078312264617666e-09,
                -0.10253782982083709,
                -4.610115811394734,
                -57.847221656278364,
                -228.2445407376317,
                -219.21012847890933,
            ),
            (
                47.66515503237295,
                673.8651126766997,
                3380.1528667952634,
                5547.729097207228,
                1903.119193388108,
                -135.20119144430734,
            ),
        ),
        (
            (
                -1.7838172751095887e-07,
                -0.10251704260798555,
                -2.7522056827818746,
                -19.663616264370372,
                -42.32531333728305,
                -21.371921170370406,
            ),
            (
                29.533362906052385,
                252.98154998219053,
                757.5028348686454,
                739.3932053204672,
                155.94900333666612,
                -4.959498988226282,
            ),
        ),
    ),
    0.375,
)


def _up(x: float, coefficients: Coefficients) -> float:
    return poly(x, *coefficients[::-1])


def _parts(wave: _Wave, x: float) -> tuple[float, float]:
    """Amplitude and phase."""
    at = 0 if x >= 8 else 1 if x >= 4.5454 else 2 if x >= 2.8571 else 3
    z = 1 / (x * x)
    above, below = wave.amplitude[at]
    u = 1 + _up(z, above) / _up(z, (1.0, *below))
    above, below = wave.phase[at]
    return u, (wave.begin + _up(z, above) / _up(z, (1.0, *below))) / x


def _sum_and_difference(order: int, x: float) -> tuple[float, float]:
    """The cosine and the sine of the phase at large x, times the square root of 2; where they nearly cancel, by the
    double angle."""
    s, c = sin(x), cos(x)
    ss, cc = (s - c, s + c) if order == 0 else (-s - c, s - c)
    if x < _HALF_MAX:
        z = -cos(x + x) if order == 0 else cos(x + x)
        if s * c < 0 if order == 0 else s * c > 0:
            cc = z / ss
        else:
            ss = z / cc
    return cc, ss


def _far(order: int, wave: _Wave, x: float, second: bool) -> float:
    """J (or Y, when second) of order 0 or 1 for x >= 2."""
    cc, ss = _sum_and_difference(order, x)
    if x > 2.0**129:
        return _INVERSE_SQRT_PI * (ss if second else cc) / sqrt(x)
    u, v = _parts(wave, x)
    return _INVERSE_SQRT_PI * (u * ss + v * cc if second else u * cc - v * ss) / sqrt(x)


def j0(x: float) -> float:
    if x != x:
        return x
    if math.isinf(x):
        return 0.0
    x = abs(x)
    if x >= 2:
        return _far(0, _WAVE0, x, False)
    if x < 2.0**-13:
        return 1.0 if x < 2.0**-27 else 1 - 0.25 * x * x
    z = x * x
    r = z * _up(z, (0.015624999999999995, -0.00018997929423885472, 1.8295404953270067e-06, -4.618326885321032e-09))
    ratio = r / _up(z, (1.0, 0.015619102946489001, 0.00011692678466333745, 5.135465502073181e-07, 1.1661400333379e-09))
    if x < 1:
        return 1 + z * (-0.25 + ratio)
    u = 0.5 * x
    return (1 + u) * (1 - u) + z * ratio


def y0(x: float) -> float:
    if x < 0 or x != x:
        return nan
    if x == inf:
        return 0.0
    if x == 0:
        return -inf
    if x >= 2:
        return _far(0, _WAVE0, x, True)
    numerator = (
        -0.07380429510868723,
        0.17666645250918112,
        -0.01381856719455969,
        0.00034745343209368365,
        -3.8140705372436416e-06,
        1.9559013703502292e-08,
        -3.982051941321034e-11,
    )
    if x <= 2.0**-27:
        return numerator[0] + _TWO_BY_PI * log(x)
    z = x * x
    u = _up(z, numerator)
    v = _up(z, (1.0, 0.01273048348341237, 7.600686273503533e-05, 2.591508518404578e-07, 4.4111031133267547e-10))
    return u / v + _TWO_BY_PI * j0(x) * log(x)


def j1(x: float) -> float:
    if x != x:
        return x
    if math.isinf(x) or x == 0:
        return 0.0
    size = abs(x)
    if size >= 2:
        result = _far(1, _WAVE1, size, False)
        return -result if x < 0 else result
    if size < 2.0**-27:
        return 0.5 * size
    z = size * size
    r = z * _up(z, (-0.0625, 0.001407056669551897, -1.599556310840356e-05, 4.9672799960958445e-08))
    s = _up(
        z,
        (
            1.0,
            0.019153759953836346,
            0.00018594678558863092,
            1.1771846404262368e-06,
            5.0463625707621704e-09,
            1.2354227442613791e-11,
        ),
    )
    r *= size
    result = 0.5 * size + r / s
    return -result if x < 0 else result


def y1(x: float) -> float:
    if x < 0 or x != x:
        return nan
    if x == inf:
        return 0.0
    if x == 0:
        return -inf
    if x >= 2:
        return _far(1, _WAVE1, x, True)
    if x <= 2.0**-54:
        return -_TWO_BY_PI / x
    z = x * x
    u = _up(
        z,
        (
            -0.19605709064623894,
            0.05044387166398113,
            -0.0019125689587576355,
            2.352526005616105e-05,
            -9.190991580398789e-08,
        ),
    )
    v = _up(
        z,
        (
            1.0,
            0.01991673182366499,
            0.00020255258102513517,
            1.3560880109751623e-06,
            6.227414523646215e-09,
            1.6655924620799208e-11,
        ),
    )
    return x * (u / v) + _TWO_BY_PI * (j1(x) * log(x) - 1 / x)


def jn(n: int, x: float) -> float:
    if x != x:
        return x
    if math.isinf(x):
        return 0.0
    if n == 0:
        return j0(x)
    if x == 0:
        return 0.0
    if n < 0:
        n, x = -n, -x
    if n == 1:
        return j1(x)
    negative = x < 0 and n & 1 == 1
    x = abs(x)
    if n <= x:
        if x >= _HUGE:
            s, c = sin(x), cos(x)
            result = _INVERSE_SQRT_PI * (c + s, -c + s, -c - s, c - s)[n & 3] / sqrt(x)
        else:
            before, result = j0(x), j1(x)
            for i in range(1, n):
                before, result = result, result * ((i + i) / x) - before
    elif x < 2.0**-29:
        result = _first_term(n, x)
    else:
        result = _backward(n, x)
    return -result if negative else result


def _first_term(n: int, x: float) -> float:
    """(x/2)**n / n!"""
    if n > 33:
        return 0.0
    half = x * 0.5
    result = half
    factorial = 1.0
    for i in range(2, n + 1):
        factorial *= i
        result *= half
    return result / factorial


def _backward(n: int, x: float) -> float:
    """By a continued fraction and the recurrence downwards: upwards it is unstable for n > x."""
    w = (n + n) / x
    h = 2 / x
    q0, z = w, w + h
    q1 = w * z - 1
    k = 1
    while q1 < 1e9:
        k += 1
        z += h
        q0, q1 = q1, z * q1 - q0
    t = 0.0
    for i in range(2 * (n + k), n + n - 1, -2):
        t = 1 / (i / x - t)
    a, b = t, 1.0
    # Terms that would overflow are scaled down.
    large = n * log(abs(2 / x * n)) >= 709.782712893383973096
    for i in range(n - 1, 0, -1):
        a, b = b, b * (i + i) / x - a
        if large and b > 1e100:
            a /= b
            t /= b
            b = 1.0
    return t * j0(x) / b


def yn(n: int, x: float) -> float:
    if x < 0 or x != x:
        return nan
    if x == inf:
        return 0.0
    if n == 0:
        return y0(x)
    if x == 0:
        return inf if n < 0 and n & 1 == 1 else -inf
    negative = n < 0 and n & 1 == 1
    n = abs(n)
    if n == 1:
        result = y1(x)
    elif x >= _HUGE:
        s, c = sin(x), cos(x)
        result = _INVERSE_SQRT_PI * (s - c, -s - c, -s + c, s + c)[n & 3] / sqrt(x)
    else:
        before, result = y0(x), y1(x)
        for i in range(1, n):
            if result == -inf:
                break
            before, result = result, (i + i) / x * result - before
    return -result if negative else result
