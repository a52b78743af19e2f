"""Exact constants: arbitrary-precision integers, rationals, complex numbers, strings and booleans.

Invariants: a ConstValue is one of bool, bytes (strings), int, Real (a Fraction, or a BigFloat where a fraction would be
too long) or Complex (a pair of Reals), or Unknown. The kinds of numbers are ordered int < Fraction < BigFloat <
Complex; operations first bring both operands to the larger kind, and never return to a smaller one by themselves
(`to_int` and its like do).
"""

from __future__ import annotations

from fractions import Fraction

from minigo.record import record
from minigo.types.bigfloat import MAX_EXPONENT, SMALL, BigFloat, Real, power, rounded, simplest, to_big
from minigo.types.bigfloat import sign as sign_of
from minigo.types.quote import quote

_MAX_STRING = 72
"""Longer string constants are cut in messages."""


@record(slots=True, frozen=True)
class Complex:
    real: Real
    imag: Real


@record(slots=True, frozen=True)
class Unknown:
    """The value of an erroneous constant expression; silences follow-ups."""


ConstValue = bool | bytes | int | Fraction | BigFloat | Complex | Unknown

UNKNOWN = Unknown()


# ---------------------------------------------------------------- literals


def from_literal(kind: str, text: str) -> ConstValue:
    """The value of a BasicLit of `kind` INT, FLOAT, IMAG, CHAR or STRING; Unknown if malformed or absurdly large."""
    try:
        if kind == "INT":
            return _int_literal(text)
        if kind == "FLOAT":
            return _float_literal(text)
        if kind == "IMAG":
            return _imag_literal(text[:-1])
        if kind == "CHAR":
            return _char_literal(text)
        return unquote(text)
    except (ValueError, IndexError, OverflowError):
        return UNKNOWN


def _int_literal(text: str) -> int:
    text = text.replace("_", "").lower()
    if text[:2] in ("0x", "0b", "0o"):
        return int(text, 0)
    if len(text) > 1 and text[0] == "0":
        return int(text, 8)
    return _decimal_int(text)


def _decimal_int(text: str) -> int:
    # Python refuses to parse very long decimals, so go piecewise
    value = 0
    for i in range(0, len(text), 4000):
        part = text[i : i + 4000]
        value = value * 10 ** len(part) + int(part)
    return value


def _float_literal(text: str) -> Real:
    text = text.replace("_", "").lower()
    base, letter = (16, "p") if text.startswith("0x") else (10, "e")
    mantissa, _, exponent = text.removeprefix("0x").partition(letter)
    whole, _, frac = mantissa.partition(".")
    digits = _int_literal("0x" + whole + frac) if base == 16 else _decimal_int(whole + frac)
    if not digits:
        return Fraction(0)
    if base == 16:
        exp = _exponent(exponent) - 4 * len(frac)
        return Fraction(digits) * Fraction(2) ** exp if abs(exp) < SMALL else rounded(digits, exp)
    exp = _exponent(exponent) - len(frac)
    if abs(exp) < SMALL:
        value = Fraction(digits) * Fraction(10) ** exp
        if Fraction(1, 1 << SMALL) < value < 1 << SMALL:
            return value
    return power(digits, 5, exp, exp)


def _exponent(text: str) -> int:
    """The exponent of a literal. Raises OverflowError when no number could have it."""
    value = int(text or "0")
    if abs(value) > MAX_EXPONENT:
        raise OverflowError("exponent too large")
    return value


def _imag_literal(text: str) -> Complex:
    plain = text.replace("_", "").lower()
    if plain[:2] in ("0b", "0o") or (plain[:2] == "0x" and "p" not in plain and "." not in plain):
        imag: Real = Fraction(int(plain, 0))
    else:  # a leading zero does not make it octal
        imag = _float_literal(text)
    return Complex(Fraction(0), imag)


_SIMPLE = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92, "'": 39, '"': 34}
_ESCAPE_LENGTH = {"x": 2, "u": 4, "U": 8}


def _escape(text: str, i: int) -> tuple[int, bool, int]:
    """The escape after the backslash at `i`: value, whether it is a single byte, index behind it."""
    c = text[i + 1]
    if c in _SIMPLE:
        return _SIMPLE[c], False, i + 2
    if c in _ESCAPE_LENGTH:
        n = _ESCAPE_LENGTH[c]
        return int(text[i + 2 : i + 2 + n], 16), c == "x", i + 2 + n
    return int(text[i + 1 : i + 4], 8), True, i + 4


def _char_literal(text: str) -> int:
    if text[1] != "\\":
        return ord(text[1])
    return _escape(text, 1)[0]


def unquote(text: str) -> bytes:
    """The value of a string literal, interpreted or raw."""
    if text[0] == "`":
        return text[1:-1].replace("\r", "").encode("utf-8", "surrogateescape")
    body = text[1:-1]
    if "\\" not in body:
        return body.encode("utf-8", "surrogateescape")
    out = bytearray()
    i = 0
    while i < len(body):
        j = body.find("\\", i)
        if j < 0:
            out += body[i:].encode("utf-8", "surrogateescape")
            break
        out += body[i:j].encode("utf-8", "surrogateescape")
        value, is_byte, i = _escape(body, j)
        if is_byte:
            out.append(value)
        else:
            out += chr(value).encode("utf-8")
    return bytes(out)


# ---------------------------------------------------------------- conversions between kinds


def to_int(x: ConstValue) -> ConstValue:
    """`x` as an int if it is a whole number, else Unknown."""
    if isinstance(x, bool):
        return UNKNOWN
    if isinstance(x, int):
        return x
    if isinstance(x, Fraction):
        return x.numerator if x.denominator == 1 else UNKNOWN
    if isinstance(x, BigFloat):
        whole = x.to_int()
        return UNKNOWN if whole is None else whole
    if isinstance(x, Complex) and x.imag == 0:
        return to_int(x.real)
    return UNKNOWN


def to_float(x: ConstValue) -> ConstValue:
    """`x` as a Real if it is a real number, else Unknown."""
    if isinstance(x, bool):
        return UNKNOWN
    if isinstance(x, int):
        return simplest(Fraction(x))
    if isinstance(x, Fraction | BigFloat):
        return x
    if isinstance(x, Complex) and x.imag == 0:
        return x.real
    return UNKNOWN


def to_complex(x: ConstValue) -> ConstValue:
    """`x` as a Complex if it is a number, else Unknown."""
    if isinstance(x, bool):
        return UNKNOWN
    if isinstance(x, Complex):
        return x
    real = to_float(x)
    return Complex(real, Fraction(0)) if isinstance(real, Fraction | BigFloat) else UNKNOWN


def real(x: ConstValue) -> ConstValue:
    """The real part of a number."""
    return x.real if isinstance(x, Complex) else x


def imag(x: ConstValue) -> ConstValue:
    """The imaginary part of a number."""
    if isinstance(x, Complex):
        return x.imag
    return UNKNOWN if isinstance(x, Unknown) else 0


def make_complex(re: ConstValue, im: ConstValue) -> ConstValue:
    """re + im·i, of two real numbers."""
    re, im = to_float(re), to_float(im)
    if isinstance(re, Fraction | BigFloat) and isinstance(im, Fraction | BigFloat):
        return Complex(re, im)
    return UNKNOWN


def sign(x: ConstValue) -> int:
    """-1, 0 or 1; of a Complex 0 exactly when it is zero; 1 for what is unknown."""
    if isinstance(x, int):
        return (x > 0) - (x < 0)
    if isinstance(x, Fraction | BigFloat):
        return sign_of(x)
    if isinstance(x, Complex):
        return 1 if x.real or x.imag else 0
    return 1


def bit_length(x: ConstValue) -> int:
    """Bits needed for the absolute value of an integer; 0 for others."""
    return x.bit_length() if isinstance(x, int) else 0


# ---------------------------------------------------------------- rounding


def round_float32(x: Real) -> Fraction | None:
    """The nearest float32, None if `x` overflows."""
    value = round_float64(x)
    if not value:
        return value
    if isinstance(x, BigFloat):
        x = x.fraction()
    # Rounding twice (to float64, then to float32) would be wrong for ties, so round the exact value to 24 bits.
    exact = _round_to(abs(x), 24, -149)
    if exact >= Fraction(2) ** 128:
        return None
    return exact if x > 0 else -exact


def round_float64(x: Real) -> Fraction | None:
    """The nearest float64, None if `x` overflows."""
    if isinstance(x, BigFloat):
        if not x.is_small:
            return None if x.magnitude > 0 else Fraction(0)
        x = x.fraction()
    try:
        value = x.numerator / x.denominator
    except OverflowError:
        return None
    return Fraction(value)


def _round_to(x: Fraction, bits: int, min_exp: int) -> Fraction:
    """Positive `x` rounded to even at `bits` bits; the last bit is worth at least 2**min_exp."""
    exp = x.numerator.bit_length() - x.denominator.bit_length()
    if Fraction(2) ** exp > x:
        exp -= 1
    ulp = Fraction(2) ** max(exp - bits + 1, min_exp)
    return round(x / ulp) * ulp


# ---------------------------------------------------------------- operations


def _rank(x: ConstValue) -> int:
    if isinstance(x, Complex):
        return 3
    return 2 if isinstance(x, Fraction | BigFloat) else 1


def _match(x: ConstValue, y: ConstValue) -> tuple[ConstValue, ConstValue]:
    rank = max(_rank(x), _rank(y))
    if rank == 3:
        return to_complex(x), to_complex(y)
    if rank == 2:
        return to_float(x), to_float(y)
    return x, y


def unary_op(op: str, x: ConstValue, unsigned_bits: int = 0) -> ConstValue:
    """`op x` for + - ^ and !. `unsigned_bits`: ^ on an unsigned type of that many bits."""
    if isinstance(x, Unknown):
        return x
    if op == "!" and isinstance(x, bool):
        return not x
    if isinstance(x, bool | bytes):
        return UNKNOWN
    if op == "+":
        return x
    if op == "-":
        return Complex(-x.real, -x.imag) if isinstance(x, Complex) else -x
    if op == "^" and isinstance(x, int):
        return ~x & ((1 << unsigned_bits) - 1) if unsigned_bits else ~x
    return UNKNOWN


def binary_op(x: ConstValue, op: str, y: ConstValue, integer_division: bool = False) -> ConstValue:
    """`x op y` except comparisons and shifts. `/` of ints yields a Fraction unless `integer_division`. The divisor is
    not zero."""
    if isinstance(x, Unknown) or isinstance(y, Unknown):
        return UNKNOWN
    if isinstance(x, bool) and isinstance(y, bool):
        if op == "&&":
            return x and y
        return (x or y) if op == "||" else UNKNOWN
    if isinstance(x, bytes) and isinstance(y, bytes):
        return x + y if op == "+" else UNKNOWN
    x, y = _match(x, y)
    if isinstance(x, int) and isinstance(y, int):
        return _int_op(x, op, y, integer_division)
    try:
        if isinstance(x, Fraction | BigFloat) and isinstance(y, Fraction | BigFloat):
            return _real_op(x, op, y)
        if isinstance(x, Complex) and isinstance(y, Complex):
            return _complex_op(x, op, y)
    except OverflowError:
        return UNKNOWN
    return UNKNOWN


def _real_op(x: Real, op: str, y: Real) -> ConstValue:
    match op:
        case "+":
            return simplest(x + y)
        case "-":
            return simplest(x - y)
        case "*":
            return simplest(x * y)
        case "/":
            return simplest(x / y)
        case _:
            return UNKNOWN


def _int_op(x: int, op: str, y: int, integer_division: bool) -> ConstValue:
    match op:
        case "+":
            return x + y
        case "-":
            return x - y
        case "*":
            return x * y
        case "/":
            if not integer_division:
                return simplest(Fraction(x, y))
            q = abs(x) // abs(y)
            return q if (x < 0) == (y < 0) else -q
        case "%":
            r = abs(x) % abs(y)
            return -r if x < 0 else r
        case "&":
            return x & y
        case "|":
            return x | y
        case "^":
            return x ^ y
        case "&^":
            return x & ~y
        case _:
            return UNKNOWN


def _complex_op(x: Complex, op: str, y: Complex) -> ConstValue:
    a, b, c, d = x.real, x.imag, y.real, y.imag
    match op:
        case "+":
            return Complex(simplest(a + c), simplest(b + d))
        case "-":
            return Complex(simplest(a - c), simplest(b - d))
        case "*":
            return Complex(simplest(a * c - b * d), simplest(b * c + a * d))
        case "/":
            n = c * c + d * d
            return Complex(simplest((a * c + b * d) / n), simplest((b * c - a * d) / n))
        case _:
            return UNKNOWN


def shift(x: ConstValue, op: str, count: int) -> ConstValue:
    """`x << count` or `x >> count` of an int; the caller bounds `count`."""
    if not isinstance(x, int):
        return UNKNOWN
    return x << count if op == "<<" else x >> count


def compare(x: ConstValue, op: str, y: ConstValue) -> bool:
    """`x op y` for == != < <= > >=; False when a value is unknown."""
    if isinstance(x, Unknown) or isinstance(y, Unknown):
        return False
    if not isinstance(x, bool | bytes) and not isinstance(y, bool | bytes):
        x, y = _match(x, y)
    if op == "==":
        return x == y
    if op == "!=":
        return x != y
    if isinstance(x, bytes) and isinstance(y, bytes):
        return _ordered(op, (x > y) - (x < y))
    if isinstance(x, int | Fraction | BigFloat) and isinstance(y, int | Fraction | BigFloat):
        return _ordered(op, (x > y) - (x < y))
    return False


def _ordered(op: str, order: int) -> bool:
    return {"<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0}[op]


# ---------------------------------------------------------------- text


def const_string(x: ConstValue) -> str:
    """The value as messages show it: strings quoted and cut, floats with six digits."""
    match x:
        case bool():
            return "true" if x else "false"
        case bytes():
            text = quote(x)
            return text if len(text) <= _MAX_STRING else text[: _MAX_STRING - 3] + "..."
        case int():
            return _decimal(x)
        case Fraction() | BigFloat():
            return _real_string(x)
        case Complex():
            return f"({_real_string(x.real)} + {_real_string(x.imag)}i)"
        case _:
            return "unknown"


def _decimal(x: int) -> str:
    """Decimal digits of an int of any size (str() refuses very large ones)."""
    if x.bit_length() < 10_000:
        return str(x)
    digits: list[str] = []
    rest = abs(x)
    while rest:
        rest, part = divmod(rest, 10**1000)
        digits.append(str(part).rjust(1000, "0"))
    text = "".join(reversed(digits)).lstrip("0")
    return "-" + text if x < 0 else text


def _real_string(x: Real) -> str:
    if isinstance(x, BigFloat):
        if not x.is_small:
            return x.decimal()
        x = x.fraction()
    try:
        value = float(x)
    except OverflowError:
        return to_big(x).decimal()
    if (value == 0) != (x == 0):
        return to_big(x).decimal()
    text = f"{value:.6g}"
    if x.denominator != 1 and "." not in text:
        text = _shortest(value)
    return text


def _shortest(value: float) -> str:
    """The shortest digits that identify the float, with an exponent from 1e6 on."""
    digits, _, exponent = f"{value!r}".partition("e")
    if not exponent and 1e-4 <= abs(value) < 1e6:
        return digits
    for precision in range(17):
        text = f"{value:.{precision}e}"
        if float(text) == value:
            return text
    return repr(value)
