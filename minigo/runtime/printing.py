"""The built-in print and println, and the values of panics as a crash prints them.

Floats are printed with as few digits as tell them apart, in the shorter of the two notations (%g).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from minigo.runtime.ops_float import f32
from minigo.runtime.values import text

Address = Callable[[Any], int]
"""A stand-in for the address of an object; 0 for nil."""

_SHORTEST32 = 9
_EXPONENT_FROM = 6


def float_text(x: float, bits: int = 64) -> str:
    """A float as println prints it."""
    if x != x:
        return "NaN"
    if math.isinf(x):
        return "+Inf" if x > 0 else "-Inf"
    digits, exponent = _shortest(abs(x), bits)
    sign = "-" if math.copysign(1.0, x) < 0 else ""
    point = exponent + 1
    if exponent < -4 or exponent >= _EXPONENT_FROM:
        mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
        return f"{sign}{mantissa}e{'-' if exponent < 0 else '+'}{abs(exponent):02d}"
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    if point >= len(digits):
        return sign + digits + "0" * (point - len(digits))
    return f"{sign}{digits[:point]}.{digits[point:]}"


def _shortest(x: float, bits: int) -> tuple[str, int]:
    """The fewest digits that give `x` (not negative) again, without trailing zeros, and the decimal exponent."""
    if x == 0:
        return "0", 0
    shown = repr(x) if bits == 64 else _shortest32(x)
    mantissa, _, exponent = f"{shown}e0".partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    leading = len(whole + fraction) - len(digits)
    power = int(exponent.removesuffix("e0") or 0) + len(whole) - 1 - leading
    return digits.rstrip("0") or "0", power


def _shortest32(x: float) -> str:
    for precision in range(_SHORTEST32):
        shown = f"{x:.{precision}e}"
        if f32(float(shown)) == x:
            return shown
    return repr(x)


def complex_text(x: complex, bits: int = 64) -> str:
    """A complex number as println prints it; `bits` of each part."""
    real, imag = float_text(x.real, bits), float_text(x.imag, bits)
    if imag[0] not in "+-":
        imag = "+" + imag
    return f"({real}{imag}i)"


def value_text(kind: str, value: Any, address: Address) -> str:
    """A value of a print kind: a kind of the operation table, bool, interface, slice or pointer."""
    match kind:
        case "bool":
            return "true" if value else "false"
        case "string":
            return text(value)
        case "float64" | "float32":
            return float_text(value, int(kind[5:]))
        case "complex128" | "complex64":
            return complex_text(value, int(kind[7:]) // 2)
        case "interface":
            if value is None:
                return "(0x0,0x0)"
            return f"({address(value[0]):#x},{address(value[1]):#x})"
        case "slice":
            return f"[{value.len}/{value.cap}]{address(value):#x}"
        case "pointer":
            return f"{address(value):#x}"
        case _:
            return str(value)


def print_text(kinds: tuple[str, ...], values: tuple[Any, ...], address: Address) -> str:
    """What print writes."""
    return "".join(value_text(kind, value, address) for kind, value in zip(kinds, values, strict=True))


def println_text(kinds: tuple[str, ...], values: tuple[Any, ...], address: Address) -> str:
    """What println writes."""
    return " ".join(value_text(kind, value, address) for kind, value in zip(kinds, values, strict=True)) + "\n"


_BASIC = frozenset(
    (
        *("bool", "string", "float32", "float64", "complex64", "complex128"),
        *("int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr"),
    )
)


def panic_text(value: Any, address: Address) -> str:
    """The value of a panic that is neither an error nor a Stringer, as a crash prints it: `42`, `main.S("hey")`,
    `(main.P) 0xc000012008`."""
    if value is None:
        return "nil"
    rtype, x = value
    if rtype.kind not in _BASIC:
        return f"({rtype.string}) {address(x):#x}"
    shown = indent(value_text(rtype.kind, x, address))
    if rtype.string == rtype.kind:
        return shown
    if rtype.kind == "string":
        return f'{rtype.string}("{shown}")'
    return f"{rtype.string}{shown if rtype.kind.startswith('complex') else f'({shown})'}"


def indent(shown: str) -> str:
    """A panic's text, its further lines indented by a tab."""
    return shown.replace("\n", "\n\t")
