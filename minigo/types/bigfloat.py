"""Floating-point numbers for constants that are too large, or too close to zero, to be exact fractions.

Invariants: a BigFloat is mantissa * 2**exponent, never zero, the mantissa odd and of at most PRECISION bits; results
are rounded to nearest, ties to even. Its `magnitude` lies between MIN_EXPONENT and MAX_EXPONENT: a result beyond raises
OverflowError, one below is the Fraction 0. So arithmetic has two kinds of results, together called `Real`.
The precision and the range are those of gc's constants (math/big.Float of 512 bits).
"""

from __future__ import annotations

import math
from fractions import Fraction

from minigo.record import record

PRECISION = 512
MAX_EXPONENT = (1 << 31) - 1
MIN_EXPONENT = -(1 << 31)

SMALL = 4096
"""Fractions whose parts have fewer bits are exact; a BigFloat between 2**-SMALL and 2**SMALL may be a whole number."""

_WORKING_PRECISION = 640
_UNSURE_BITS = 4
"""Last bits that rounding may have spoilt: a number that is whole without them counts as whole."""


@record(slots=True, frozen=True)
class BigFloat:
    mantissa: int
    exponent: int

    @property
    def magnitude(self) -> int:
        """The least n with abs(self) < 2**n."""
        return self.mantissa.bit_length() + self.exponent

    @property
    def is_small(self) -> bool:
        """Whether it is of a size at which computing with a Fraction is cheap."""
        return -SMALL < self.magnitude < SMALL

    def __neg__(self) -> BigFloat:
        return BigFloat(-self.mantissa, self.exponent)

    def __abs__(self) -> BigFloat:
        return BigFloat(abs(self.mantissa), self.exponent)

    def __add__(self, other: Real | int) -> Real:
        if not other:
            return self
        y = to_big(other)
        high, low = (self, y) if self.exponent >= y.exponent else (y, self)
        gap = high.exponent - low.exponent
        if gap > 2 * PRECISION + 2 and low.magnitude < high.exponent - PRECISION - 2:
            # too small to count, except for the direction of rounding
            low = BigFloat(1 if low.mantissa > 0 else -1, high.exponent - PRECISION - 2)
            gap = PRECISION + 2
        return rounded((high.mantissa << gap) + low.mantissa, low.exponent)

    __radd__ = __add__

    def __sub__(self, other: Real | int) -> Real:
        return self + -other

    def __rsub__(self, other: Real | int) -> Real:
        return -self + other

    def __mul__(self, other: Real | int) -> Real:
        if not other:
            return Fraction(0)
        y = to_big(other)
        return rounded(self.mantissa * y.mantissa, self.exponent + y.exponent)

    __rmul__ = __mul__

    def __truediv__(self, other: Real) -> Real:
        y = to_big(other)
        return _quotient(self.mantissa, y.mantissa, self.exponent - y.exponent)

    def __rtruediv__(self, other: Real) -> Real:
        return to_big(other) / self if other else Fraction(0)

    def __lt__(self, other: Real | int) -> bool:
        return sign(self - other) < 0

    def __le__(self, other: Real | int) -> bool:
        return sign(self - other) <= 0

    def __gt__(self, other: Real | int) -> bool:
        return sign(self - other) > 0

    def __ge__(self, other: Real | int) -> bool:
        return sign(self - other) >= 0

    def __eq__(self, other: object) -> bool:
        if isinstance(other, BigFloat):
            return self.mantissa == other.mantissa and self.exponent == other.exponent
        if isinstance(other, Fraction | int):
            return self.is_small and self.fraction() == other
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.fraction()) if self.is_small else hash((self.mantissa, self.exponent))

    def fraction(self) -> Fraction:
        """The same value as a Fraction; for those that are small only."""
        return Fraction(self.mantissa) * Fraction(2) ** self.exponent

    def to_int(self) -> int | None:
        """The whole number that it is, or is but for errors of rounding; None for others and for those not small."""
        if not self.is_small:
            return None
        value = self.fraction()
        if value.denominator == 1:
            return value.numerator
        unit = Fraction(2) ** (self.magnitude - PRECISION + _UNSURE_BITS)
        for near in (math.floor(value / unit) * unit, math.ceil(value / unit) * unit):
            if near.denominator == 1:
                return near.numerator
        return None

    def decimal(self) -> str:
        """Six digits and a decimal exponent, approximately: "1.23457e+10000"."""
        d = self.magnitude * math.log10(2)
        e = int(d)
        bits = self.mantissa.bit_length()
        m = float(Fraction(self.mantissa, 1 << bits)) * 10 ** (d - e)
        if abs(m) < 1 - 0.5e-6:
            m *= 10
            e -= 1
        elif abs(m) >= 10:
            m /= 10
            e += 1
        return f"{m:.6g}e{e:+d}"


Real = Fraction | BigFloat


def sign(x: Real) -> int:
    """-1, 0 or 1."""
    number = x.mantissa if isinstance(x, BigFloat) else x.numerator
    return (number > 0) - (number < 0)


def rounded(mantissa: int, exponent: int) -> Real:
    """mantissa * 2**exponent, rounded. Raises OverflowError."""
    mantissa, exponent = _round(mantissa, exponent, PRECISION)
    if not mantissa:
        return Fraction(0)
    value = BigFloat(mantissa, exponent)
    if value.magnitude > MAX_EXPONENT:
        raise OverflowError("constant too large")
    return value if value.magnitude >= MIN_EXPONENT else Fraction(0)


def power(mantissa: int, base: int, exponent: int, binary_exponent: int = 0) -> Real:
    """mantissa * base**exponent * 2**binary_exponent, with more bits on the way. Raises OverflowError.

    By squaring: the exponents may have billions as values.
    """
    result, factor = (1, 0), (base, 0)
    rest = abs(exponent)
    while rest:
        if rest & 1:
            result = _round(result[0] * factor[0], result[1] + factor[1], _WORKING_PRECISION)
        rest >>= 1
        factor = _round(factor[0] * factor[0], 2 * factor[1], _WORKING_PRECISION)
    if exponent >= 0:
        return rounded(mantissa * result[0], result[1] + binary_exponent)
    return _quotient(mantissa, result[0], binary_exponent - result[1])


def to_big(x: Real | int) -> BigFloat:
    """A number other than zero, rounded to the precision of a BigFloat. Raises OverflowError."""
    if isinstance(x, BigFloat):
        return x
    value = _quotient(x.numerator, x.denominator, 0)
    assert isinstance(value, BigFloat)
    return value


def simplest(x: Real) -> Real:
    """`x`, rounded to a BigFloat if it is a fraction with very long parts. Raises OverflowError."""
    if isinstance(x, Fraction) and max(x.numerator.bit_length(), x.denominator.bit_length()) >= SMALL:
        return to_big(x)
    return x


def _quotient(x: int, y: int, exponent: int) -> Real:
    if not x:
        return Fraction(0)
    shift = max(0, PRECISION + 2 + y.bit_length() - x.bit_length())
    quotient, rest = divmod(abs(x) << shift, abs(y))
    # one more bit stands for all that follow
    quotient = quotient << 1 | (rest != 0)
    return rounded(quotient if (x < 0) == (y < 0) else -quotient, exponent - shift - 1)


def _round(mantissa: int, exponent: int, precision: int) -> tuple[int, int]:
    """The nearest number with that many bits, ties to even; the mantissa returned is odd or zero."""
    size = abs(mantissa)
    excess = size.bit_length() - precision
    if excess > 0:
        half = 1 << (excess - 1)
        kept, cut = size >> excess, size & ((1 << excess) - 1)
        if cut > half or (cut == half and kept & 1):
            kept += 1
        size, exponent = kept, exponent + excess
    zeros = (size & -size).bit_length() - 1 if size else 0
    size >>= zeros
    return size if mantissa >= 0 else -size, exponent + zeros
