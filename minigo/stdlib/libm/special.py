"""Gamma and error functions, to the last bit as Go has them.

Gamma is that of Cephes (Moshier 1992), the logarithm of gamma and the error functions those of FreeBSD's msun (Sun
Microsystems 1993), the inverse error function is Wichura's (Applied Statistics 37, 1988, algorithm AS 241).
"""

from __future__ import annotations

import math
from math import inf, nan, pi, sqrt

from minigo.stdlib.libm.elementary import LN2, bits, exp, from_bits, log, poly, power
from minigo.stdlib.libm.trigonometric import cos, sin

_EULER = 0.57721566490153286060651209008240243104215933593992
_GAMMA_P = (
    0.00016011952247675185,
    0.0011913514700658638,
    0.010421379756176158,
    0.04763678004571372,
    0.20744822764843598,
    0.4942148268014971,
    1.0,
)
_GAMMA_Q = (
    -2.3158187332412014e-05,
    0.0005396055804933034,
    -0.004456419138517973,
    0.011813978522206043,
    0.035823639860549865,
    -0.23459179571824335,
    0.0714304917030273,
    1.0,
)
_STIRLING = (
    0.0007873113957930937,
    -0.00022954996161337813,
    -0.0026813261780578124,
    0.0034722222160545866,
    0.08333333333334822,
)


def _stirling(x: float) -> tuple[float, float]:
    """Two factors of gamma(x), for x >= 33: their product may overflow."""
    if x > 200:
        return inf, 1.0
    w = 1 / x
    w = 1 + w * poly(w, *_STIRLING)
    if x > 143.01608:
        v = power(x, 0.5 * x - 0.25)
        first, second = v, v / exp(x)
    else:
        first, second = power(x, x - 0.5) / exp(x), 1.0
    return first, 2.506628274631000502417 * w * second


def gamma(x: float) -> float:
    if x != x or x == -inf or (x < 0 and x == math.floor(x)):
        return nan
    if x == inf:
        return inf
    if x == 0:
        return math.copysign(inf, x)
    if abs(x) > 33:
        return _far_gamma(x)
    z = 1.0
    while x >= 3:
        x = x - 1
        z = z * x
    while x < 0:
        if x > -1e-09:
            return _near_pole(x, z)
        z = z / x
        x = x + 1
    while x < 2:
        if x < 1e-09:
            return _near_pole(x, z)
        z = z / x
        x = x + 1
    if x == 2:
        return z
    x = x - 2
    return z * poly(x, *_GAMMA_P) / poly(x, *_GAMMA_Q)


def _near_pole(x: float, z: float) -> float:
    return inf if x == 0 else z / ((1 + _EULER * x) * x)


def _far_gamma(x: float) -> float:
    if x >= 0:
        first, second = _stirling(x)
        return first * second
    q = abs(x)
    p = math.floor(q)
    sign = -1 if p & 1 == 0 else 1
    z = q - p
    if z > 0.5:
        z = q - (p + 1)
    z = q * sin(pi * z)
    if z == 0:
        return inf * sign
    first, second = _stirling(q)
    z = abs(z)
    d = z * first * second
    return sign * (pi / z / first / second if math.isinf(d) else pi / d)


# ---------------------------------------------------------------- the logarithm of gamma

_Y_MIN = 1.461632144968362245
_TC = (1.46163214496836224576, 4.6163214496836224576e-01)
_TF = -1.21486290535849611461e-01
_TT = -3.63867699703950536541e-18
_A = (
    0.07721566490153287,
    0.3224670334241136,
    0.06735230105312927,
    0.020580808432516733,
    0.007385550860814029,
    0.0028905138367341563,
    0.0011927076318336207,
    0.0005100697921535113,
    0.00022086279071390839,
    0.00010801156724758394,
    2.5214456545125733e-05,
    4.4864094961891516e-05,
)
_T = (
    0.48383612272381005,
    -0.1475877229945939,
    0.06462494023913339,
    -0.032788541075985965,
    0.01797067508118204,
    -0.010314224129834144,
    0.006100538702462913,
    -0.0036845201678113826,
    0.0022596478090061247,
    -0.0014034646998923284,
    0.000881081882437654,
    -0.0005385953053567405,
    0.00031563207090362595,
    -0.00031275416837512086,
    0.0003355291926355191,
)
_U = (
    -0.07721566490153287,
    0.6328270640250934,
    1.4549225013723477,
    0.9777175279633727,
    0.22896372806469245,
    0.013381091853678766,
)
_V = (1.0, 2.4559779371304113, 2.128489763798934, 0.7692851504566728, 0.10422264559336913, 0.003217092422824239)
_S = (
    -0.07721566490153287,
    0.21498241596060885,
    0.325778796408931,
    0.14635047265246445,
    0.02664227030336386,
    0.0018402845140733772,
    3.194753265841009e-05,
)
_R = (
    1.0,
    1.3920053346762105,
    0.7219355475671381,
    0.17193386563280308,
    0.01864591917156529,
    0.0007779424963818936,
    7.326684307446256e-06,
)
_W = (
    0.4189385332046727,
    0.08333333333333297,
    -0.0027777777772877554,
    0.0007936505586430196,
    -0.00059518755745034,
    0.0008363399189962821,
    -0.0016309293409657527,
)


def _up(x: float, coefficients: tuple[float, ...]) -> float:
    """A polynomial, the lowest coefficient first."""
    return poly(x, *coefficients[::-1])


def lgamma(x: float) -> tuple[float, int]:
    """The logarithm of |gamma(x)|, and the sign of gamma(x)."""
    if x != x or math.isinf(x):
        return x, 1
    if x == 0:
        return inf, 1
    negative = x < 0
    x = abs(x)
    if x < 2.0**-70:
        return -log(x), -1 if negative else 1
    if not negative:
        return _positive_lgamma(x), 1
    if x >= 2.0**52:
        return inf, 1
    t = _sin_pi(x)
    if t == 0:
        return inf, 1
    return log(pi / abs(t * x)) - _positive_lgamma(x), -1 if t < 0 else 1


def _positive_lgamma(x: float) -> float:
    if x in (1, 2):
        return 0.0
    if x < 2:
        return _lgamma_below_2(x)
    if x < 8:
        i = int(x)
        y = x - i
        result = 0.5 * y + y * _up(y, _S) / _up(y, _R)
        z = 1.0
        for step in range(i - 1, 1, -1):
            z *= y + step
        return result + log(z) if i > 2 else result
    if x < 2.0**58:
        t = log(x)
        z = 1 / x
        return (x - 0.5) * (t - 1) + (_W[0] + z * _up(z * z, _W[1:]))
    return x * (log(x) - 1)


def _lgamma_below_2(x: float) -> float:
    result = 0.0
    beyond = 0
    if x <= 0.9:
        result = -log(x)
        beyond = 1
    if x >= _Y_MIN - beyond + 0.27:
        y = (2 - beyond) - x
        z = y * y
        return result + (y * _up(z, _A[::2]) + z * _up(z, _A[1::2]) - 0.5 * y)
    if x >= _Y_MIN - beyond - 0.27:
        y = x - _TC[beyond]
        z = y * y
        w = z * y
        p1, p2, p3 = (_up(w, _T[i::3]) for i in range(3))
        return result + (_TF + (z * p1 - (_TT - w * (p2 + y * p3))))
    y = x if beyond else x - 1
    return result + (-0.5 * y + y * _up(y, _U) / _up(y, _V))


def _sin_pi(x: float) -> float:
    """-sin(pi*x), x > 0 and below 2**52."""
    if x < 0.25:
        return -sin(pi * x)
    if math.floor(x) != x:
        x = math.fmod(x, 2)
        n = int(x * 4)
    else:
        x = float(int(x) & 1)
        n = int(x) << 2
    if n == 0:
        y = sin(pi * x)
    elif n <= 2:
        y = cos(pi * (0.5 - x))
    elif n <= 4:
        y = sin(pi * (1 - x))
    elif n <= 6:
        y = -cos(pi * (x - 1.5))
    else:
        y = sin(pi * (x - 2))
    return -y


# ---------------------------------------------------------------- error functions

_ERX = 8.45062911510467529297e-01
_EFX = 1.28379167095512586316e-01
_EFX8 = 1.02703333676410069053
_PP = (0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-05)
_QQ = (
    1.0,
    0.39791722395915535,
    0.0650222499887673,
    0.005081306281875766,
    0.00013249473800432164,
    -3.960228278775368e-06,
)
_PA = (
    -0.0023621185607526594,
    0.41485611868374833,
    -0.3722078760357013,
    0.31834661990116175,
    -0.11089469428239668,
    0.035478304325618236,
    -0.002166375594868791,
)
_QA = (
    1.0,
    0.10642088040084423,
    0.540397917702171,
    0.07182865441419627,
    0.12617121980876164,
    0.01363708391202905,
    0.011984499846799107,
)
_RA = (
    -0.009864944034847148,
    -0.6938585727071818,
    -10.558626225323291,
    -62.375332450326006,
    -162.39666946257347,
    -184.60509290671104,
    -81.2874355063066,
    -9.814329344169145,
)
_SA = (
    1.0,
    19.651271667439257,
    137.65775414351904,
    434.56587747522923,
    645.3872717332679,
    429.00814002756783,
    108.63500554177944,
    6.570249770319282,
    -0.0604244152148581,
)
_RB = (
    -0.0098649429247001,
    -0.799283237680523,
    -17.757954917754752,
    -160.63638485582192,
    -637.5664433683896,
    -1025.0951316110772,
    -483.5191916086514,
)
_SB = (
    1.0,
    30.33806074348246,
    325.7925129965739,
    1536.729586084437,
    3199.8582195085955,
    2553.0504064331644,
    474.52854120695537,
    -22.44095244658582,
)


def _middle(x: float) -> float:
    """For 0.84375 <= x < 1.25."""
    s = x - 1
    return _up(s, _PA) / _up(s, _QA)


def _tail(x: float) -> float:
    """erfc(x) for x >= 1.25."""
    s = 1 / (x * x)
    ratio = _up(s, _RA) / _up(s, _SA) if x < 1 / 0.35 else _up(s, _RB) / _up(s, _SB)
    # x to 20 bits: its square is exact.
    z = from_bits(bits(x) & 0xFFFFFFFF00000000)
    return exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio) / x


def erf(x: float) -> float:
    if x == 0 or x != x:
        return x
    size = abs(x)
    if size < 0.84375:
        if size < 2.848094538889218e-306:
            result = 0.125 * (8.0 * size + _EFX8 * size)
        elif size < 2.0**-28:
            result = size + _EFX * size
        else:
            z = size * size
            result = size + size * (_up(z, _PP) / _up(z, _QQ))
    elif size < 1.25:
        result = _ERX + _middle(size)
    elif size >= 6:
        result = 1.0
    else:
        result = 1 - _tail(size)
    return -result if x < 0 else result


def erfc(x: float) -> float:
    if x != x:
        return nan
    negative = x < 0
    x = abs(x)
    if x < 0.84375:
        result = x
        if x >= 2.0**-56:
            z = x * x
            y = _up(z, _PP) / _up(z, _QQ)
            result = x + x * y if x < 0.25 else 0.5 + (x * y + (x - 0.5))
        return 1 + result if negative else 1 - result
    if x < 1.25:
        return 1 + _ERX + _middle(x) if negative else 1 - _ERX - _middle(x)
    if x >= 28 or (negative and x > 6):
        return 2.0 if negative else 0.0
    return 2 - _tail(x) if negative else _tail(x)


_INVERSE = (
    (
        1.1975323115670913,
        47.07268811238398,
        697.062665343896,
        4854.886889384388,
        16235.862515167575,
        23782.041382114385,
        11819.493347062295,
        887.0940696254552,
    ),
    (
        1.0,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854,
    ),
)
_INVERSE_NEAR = (
    (
        1.4234371107496835,
        4.630337846156546,
        5.769497221460691,
        3.6478483247632045,
        1.2704582524523684,
        0.2417807251774506,
        0.022723844989269184,
        0.0007745450142783414,
    ),
    (
        1.4142135623730951,
        2.9036514445419948,
        2.3707661626024534,
        0.9754783200178743,
        0.2094506521051275,
        0.021494160384252878,
        0.0007744145906515771,
        1.4859850019840355e-09,
    ),
)
_INVERSE_FAR = (
    (
        6.657904643501103,
        5.463784911164114,
        1.7848265399172913,
        0.29656057182850487,
        0.026532189526576124,
        0.0012426609473880784,
        2.7115555687434876e-05,
        2.0103343992922881e-07,
    ),
    (
        1.4142135623730951,
        0.8482908416595164,
        0.19364809469506591,
        0.02103693768272069,
        0.0011128009970788597,
        2.6110884050805935e-05,
        2.010321207683943e-07,
        2.8910246058729655e-15,
    ),
)


def erfinv(x: float) -> float:
    if not -1 < x < 1:
        return math.copysign(inf, x) if abs(x) == 1 else nan
    if x == 0:
        return x
    size = abs(x)
    if size <= 0.85:
        r = 0.180625 - 0.25 * size * size
        above, below = _INVERSE
        result = (size * _up(r, above)) / _up(r, below)
    else:
        r = sqrt(LN2 - log(1.0 - size))
        above, below = _INVERSE_NEAR if r <= 5 else _INVERSE_FAR
        r -= 1.6 if r <= 5 else 5.0
        result = _up(r, above) / _up(r, below)
    return -result if x < 0 else result
