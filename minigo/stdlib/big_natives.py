"""Natives of math/big: arithmetic on integers of any size, which are Python's.

The Go source keeps them in fields of type `number`, and gives them to nobody but these functions.
"""

from __future__ import annotations

import math
import operator
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction

from minigo.runtime.natives import native
from minigo.runtime.values import Slice, byte_slice, slice_bytes

_MASK = (1 << 64) - 1
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PREFIXES = {"0b": 2, "0o": 8, "0x": 16}
_LARGEST = 2**1024 - 2**970
"""Where float64 rounds to infinity."""

_ARITHMETIC: dict[str, Callable[..., int]] = {
    "add": operator.add, "sub": operator.sub, "mul": operator.mul, "neg": operator.neg, "and": operator.and_,
    "or": operator.or_, "xor": operator.xor, "not": operator.invert, "lsh": operator.lshift, "rsh": operator.rshift,
    "sqrt": math.isqrt,
}  # fmt: skip
for _name, _function in _ARITHMETIC.items():
    native(f"math/big.{_name}")(_function)


@contextmanager
def _many_digits() -> Iterator[None]:
    """Python refuses to convert long numbers unless told otherwise."""
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(limit)


@native("math/big.compare")
def compare(x: int, y: int) -> int:
    return (x > y) - (x < y)


@native("math/big.quoRem")
def quo_rem(x: int, y: int) -> tuple[int, int]:
    q = abs(x) // abs(y)
    if (x < 0) != (y < 0):
        q = -q
    return q, x - q * y


@native("math/big.divMod")
def div_mod(x: int, y: int) -> tuple[int, int]:
    q, r = divmod(x, abs(y))
    return (-q if y < 0 else q), r


@native("math/big.power")
def power(x: int, y: int, m: int) -> tuple[int, bool]:
    if m == 0:
        return (x**y if y > 0 else 1), True
    if y < 0 and math.gcd(x, m) != 1:
        return 0, False
    result = pow(x, y, m)
    if x < 0 and y < 0 and y % 2 and result:
        result = m - result  # as Go does: it takes the inverse of x for negative, too
    return result, True


@native("math/big.inverse")
def inverse(x: int, m: int) -> tuple[int, bool]:
    return (pow(x, -1, m), True) if math.gcd(x, m) == 1 else (0, False)


@native("math/big.gcd")
def gcd(a: int, b: int) -> tuple[int, int, int]:
    """The divisor d and the smallest x, y with d == a*x + b*y."""
    r, r1, x, x1, y, y1 = abs(a), abs(b), 1, 0, 0, 1
    if not a:
        x = 0
    while r1:
        q = r // r1
        r, r1, x, x1, y, y1 = r1, r - q * r1, x1, x - q * x1, y1, y - q * y1
    return r, (-x if a < 0 else x), (-y if b < 0 else y)


@native("math/big.prime")
def prime(x: int, n: int) -> bool:
    """Miller and Rabin's test with more bases than are known to be needed."""
    if x < 2:
        return False
    bases = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53)
    for p in bases:
        if x % p == 0:
            return x == p
    twos = trailing_zeros(x - 1)
    for base in (*bases, *range(59, 59 + 2 * min(n, 20), 2)):
        y = pow(base, x - 1 >> twos, x)
        if y in (1, x - 1):
            continue
        for _ in range(twos - 1):
            y = y * y % x
            if y == x - 1:
                break
        else:
            return False
    return True


@native("math/big.jacobi")
def jacobi(x: int, y: int) -> int:
    sign = -1 if x < 0 and y < 0 else 1
    a, b = x, abs(y)
    a %= b
    while a:
        while a % 2 == 0:
            a //= 2
            if b % 8 in (3, 5):
                sign = -sign
        a, b = b, a
        if a % 4 == 3 and b % 4 == 3:
            sign = -sign
        a %= b
    return sign if b == 1 else 0


@native("math/big.product")
def product(a: int, b: int) -> int:
    if a > b:
        return 1
    if a <= 0 <= b:
        return 0
    return _product(a, b)


def _product(a: int, b: int) -> int:
    if b - a < 16:
        return math.prod(range(a, b + 1))
    middle = (a + b) // 2
    return _product(a, middle) * _product(middle + 1, b)


@native("math/big.binomial")
def binomial(n: int, k: int) -> int:
    if k > n:
        return 0
    if k > n - k:
        k = n - k
    return math.comb(n, k) if k >= 0 else 1


@native("math/big.bitLen")
def bit_len(x: int) -> int:
    return x.bit_length()


@native("math/big.trailingZeros")
def trailing_zeros(x: int) -> int:
    return (x & -x).bit_length() - 1


@native("math/big.fromUint64")
def from_uint64(x: int) -> int:
    return x


@native("math/big.low64")
def low64(x: int) -> int:
    return abs(x) & _MASK if x >= 0 else -(abs(x) & _MASK) & _MASK


@native("math/big.fits")
def fits(x: int, signed: bool) -> bool:
    return -(1 << 63) <= x < 1 << 63 if signed else 0 <= x <= _MASK


@native("math/big.fromBytes")
def from_bytes(data: Slice) -> int:
    return int.from_bytes(slice_bytes(data), "big")


@native("math/big.toBytes")
def to_bytes(x: int) -> Slice:
    return byte_slice(x.to_bytes((x.bit_length() + 7) // 8, "big"))


# ---------------------------------------------------------------- text


@native("math/big.format")
def format_number(x: int, base: int) -> bytes:
    if base == 10:
        with _many_digits():
            return str(x).encode()
    if base in (2, 8, 16):
        return format(x, {2: "b", 8: "o", 16: "x"}[base]).encode()
    digits = _in_base(abs(x), base) or "0"
    return (("-" if x < 0 else "") + digits).encode()


def _in_base(x: int, base: int) -> str:
    if x.bit_length() > 1000:
        count = x.bit_length() // (2 * base.bit_length())
        high, low = divmod(x, base**count)
        return _in_base(high, base) + _in_base(low, base).rjust(count, "0")
    digits = []
    while x:
        x, digit = divmod(x, base)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))


@native("math/big.parse")
def parse(s: bytes, base: int) -> tuple[int, bool]:
    text = s.decode("latin-1")
    sign = -1 if text[:1] == "-" else 1
    digits = text[1:] if text[:1] in ("-", "+") else text
    if base == 0:
        found = _unprefixed(digits)
        if found is None:
            return 0, False
        digits, base = found
    value = _value(digits, base)
    return (0, False) if value is None else (sign * value, True)


def _unprefixed(digits: str) -> tuple[str, int] | None:
    """The digits without prefix and underscores, and their base; None if an underscore is not between digits."""
    base = _PREFIXES.get(digits[:2].lower(), 0)
    rest = digits[2:] if base else digits
    if not base:
        base = 10
        if digits[:1] == "0" and len(digits) > 1:
            base, rest = 8, digits[1:]
    if "__" in rest or rest[-1:] == "_" or (rest is digits and rest[:1] == "_"):
        return None
    return rest.replace("_", ""), base


def _value(digits: str, base: int) -> int | None:
    """What digits without sign stand for; None if there is none, or another character."""
    if base <= 36:
        # Python's own prefixes are no digits
        if not digits.isascii() or not digits.isalnum() or _PREFIXES.get(digits[:2].lower()) == base:
            return None
        try:
            with _many_digits():
                return int(digits, base)
        except ValueError:
            return None
    value = 0
    for c in digits:
        digit = _DIGITS.find(c)
        if not 0 <= digit < base:
            return None
        value = value * base + digit
    return value if digits else None


# ---------------------------------------------------------------- fractions and float64


def _nearest(x: Fraction) -> float:
    if abs(x) >= _LARGEST:
        return math.inf if x > 0 else -math.inf
    return x.numerator / x.denominator


@native("math/big.toFloat")
def to_float(x: int) -> tuple[float, int]:
    f = _nearest(Fraction(x))
    return f, (f > x) - (f < x)


@native("math/big.ratio")
def ratio(a: int, b: int) -> tuple[float, bool]:
    x = Fraction(a, b)
    f = _nearest(x)
    return f, math.isfinite(f) and Fraction(f) == x


@native("math/big.fraction")
def fraction(f: float) -> tuple[int, int, bool]:
    return (*f.as_integer_ratio(), True) if math.isfinite(f) else (0, 1, False)


_DECIMAL = re.compile(r"([+-]?)((?:\d(?:_?\d)*)?)(?:\.((?:\d(?:_?\d)*)?))?(?:[eE]([+-]?\d+))?")


@native("math/big.parseRat")
def parse_rat(s: bytes) -> tuple[int, int]:
    over, slash, under = s.partition(b"/")
    if slash:
        a, ok = parse(over, 0 if _prefixed(over) else 10)
        b, ok_too = parse(under, 0 if _prefixed(under) else 10)
        return (a, b) if ok and ok_too and under[:1] not in (b"+", b"-") else (0, 0)
    match = _DECIMAL.fullmatch(s.decode("latin-1"))
    if match is None or not (match[2] or match[3]) or not s.isascii():
        return parse(s, 0) if _prefixed(s) and parse(s, 0)[1] else (0, 0)
    places_after = match[3] or ""
    exponent = int(match[4] or 0) - len(places_after)
    with _many_digits():
        value = int(match[1] + (match[2] + places_after))
    return (value * 10**exponent, 1) if exponent >= 0 else (value, 10**-exponent)


def _prefixed(s: bytes) -> bool:
    return s.lstrip(b"+-")[:2].lower() in (b"0x", b"0o", b"0b")


@native("math/big.decimal")
def decimal(a: int, b: int, prec: int) -> bytes:
    scaled = (2 * abs(a) * 10**prec + b) // (2 * b)
    with _many_digits():
        digits = str(scaled).rjust(prec + 1, "0")
    sign = "-" if a < 0 else ""
    return (sign + (f"{digits[:-prec]}.{digits[-prec:]}" if prec > 0 else digits)).encode()


@native("math/big.places")
def places(b: int) -> tuple[int, bool]:
    twos = trailing_zeros(b)
    b >>= twos
    fives = 0
    while b % 5 == 0:
        b //= 5
        fives += 1
    return max(twos, fives), b == 1
