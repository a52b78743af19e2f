"""Floating-point numbers to text as strconv.FormatFloat writes them, and back.

The shortest digits that read back as the same number are Python's repr for 64 bits; for 32 bits the first precision
whose rounding to float32 gives the number again.
"""

from __future__ import annotations

import math
import struct


def round32(x: float) -> float:
    """`x` rounded to the nearest float32; overflow gives an infinity."""
    try:
        rounded: float = struct.unpack("<f", struct.pack("<f", x))[0]
    except OverflowError:
        return math.copysign(math.inf, x)
    return rounded


def decimal_digits(x: float, precision: int | None, bits: int) -> tuple[str, int]:
    """The digits of finite `x` >= 0 and the place of the decimal point: x = 0.digits * 10**point.

    `precision` is the number of significant digits; None for the shortest that identify x among floats of `bits`.
    Zero has no digits. Trailing zeros are cut only for the shortest form.
    """
    if x == 0:
        return "", 0
    if precision is None:
        text = repr(x) if bits == 64 else _shortest32(x)
        mantissa, _, exponent = text.partition("e")
        whole, _, frac = mantissa.partition(".")
        digits = whole + frac
        point = len(whole) + (int(exponent) if exponent else 0)
        stripped = digits.lstrip("0")
        point -= len(digits) - len(stripped)
        return stripped.rstrip("0"), point
    text = f"{x:.{precision - 1}e}"
    mantissa, _, exponent = text.partition("e")
    return mantissa.replace(".", ""), int(exponent) + 1


def _shortest32(x: float) -> str:
    for precision in range(9):
        text = f"{x:.{precision}e}"
        if round32(float(text)) == x:
            return text
    return repr(x)


def format_float(x: float, verb: str, precision: int, bits: int = 64) -> str:
    """strconv.FormatFloat: `verb` is one of e E f g G b x X; precision -1 is the shortest."""
    if bits == 32:
        x = round32(x)
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "+Inf" if x > 0 else "-Inf"
    sign = "-" if math.copysign(1.0, x) < 0 else ""
    x = abs(x)
    if verb == "b":
        return sign + _binary(x, bits)
    if verb in "xX":
        text = _hexadecimal(x, precision)
        return sign + (text.upper() if verb == "X" else text)
    if verb in "eE":
        return sign + _scientific(x, verb, precision, bits)
    if verb == "f":
        return sign + _fixed(x, precision, bits)
    return sign + _general(x, verb, precision, bits)


def _scientific(x: float, verb: str, precision: int, bits: int) -> str:
    if precision < 0:
        digits, point = decimal_digits(x, None, bits)
    else:
        digits, point = decimal_digits(x, precision + 1, bits)
    return _write_scientific(digits, point, verb, precision if precision >= 0 else max(len(digits) - 1, 0))


def _write_scientific(digits: str, point: int, verb: str, places: int) -> str:
    exponent = point - 1 if digits else 0
    digits = digits.ljust(places + 1, "0")
    mantissa = digits[0] + ("." + digits[1 : places + 1] if places else "")
    return f"{mantissa}{verb}{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


def _fixed(x: float, precision: int, bits: int) -> str:
    if precision >= 0:
        return f"{x:.{precision}f}"
    digits, point = decimal_digits(x, None, bits)
    return _write_fixed(digits, point, max(len(digits) - point, 0))


def _write_fixed(digits: str, point: int, places: int) -> str:
    if point > 0:
        whole = digits[:point].ljust(point, "0")
        frac = digits[point:]
    else:
        whole = "0"
        frac = "0" * -point + digits if digits else ""
    return whole + ("." + frac.ljust(places, "0")[:places] if places else "")


def _general(x: float, verb: str, precision: int, bits: int) -> str:
    shortest = precision < 0
    if shortest:
        digits, point = decimal_digits(x, None, bits)
        threshold = 6
    else:
        digits, point = decimal_digits(x, max(precision, 1), bits)
        # %g never shows trailing zeros; the threshold grows with the digits that are really there.
        digits = digits.rstrip("0")
        threshold = max(precision, 1)
        if threshold > len(digits) and len(digits) >= point:
            threshold = len(digits)
    if not -4 <= point - 1 < threshold:
        return _write_scientific(digits, point, "e" if verb == "g" else "E", max(len(digits) - 1, 0))
    return _write_fixed(digits, point, max(len(digits) - point, 0))


def _binary(x: float, bits: int) -> str:
    mantissa_bits = 52 if bits == 64 else 23
    if x == 0:
        return f"0p-{1074 if bits == 64 else 149}"
    mantissa, exponent = math.frexp(x)
    smallest = -1074 if bits == 64 else -149
    power = max(exponent - mantissa_bits - 1, smallest)
    return f"{int(math.ldexp(mantissa, exponent - power))}p{power:+d}"


def _hexadecimal(x: float, precision: int) -> str:
    if x == 0:
        return "0x0" + ("." + "0" * precision if precision > 0 else "") + "p+00"
    mantissa, exponent = math.frexp(x)
    exponent -= 1
    fraction = int(math.ldexp(mantissa, 53))  # 1.xxx with 52 binary places
    if precision >= 0:
        drop = 52 - 4 * precision
        if drop > 0:
            half = 1 << (drop - 1)
            rest = fraction & ((1 << drop) - 1)
            fraction >>= drop
            if rest > half or (rest == half and fraction & 1):
                fraction += 1
            fraction <<= drop
            if fraction >> 53:
                fraction >>= 1
                exponent += 1
    digits = f"{fraction & ((1 << 52) - 1):013x}"
    if precision < 0:
        digits = digits.rstrip("0")
    else:
        digits = digits.ljust(precision, "0")[:precision]
    return f"0x1{'.' + digits if digits else ''}p{'-' if exponent < 0 else '+'}{abs(exponent):02d}"
