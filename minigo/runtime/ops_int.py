"""Operations on integers: they wrap, divide truncating, shift by any count, and compare.

Invariant: operands and results are Python ints within the range of their kind. The 64-bit templates test the range
instead of masking: nearly always the test succeeds, and no number beyond 64 bits is made.
"""

from __future__ import annotations

from minigo.runtime.optable import Rows
from minigo.runtime.panics import divide_error, shift_error

INT_KINDS: dict[str, tuple[int, bool]] = {
    "int8": (8, True),
    "int16": (16, True),
    "int32": (32, True),
    "int64": (64, True),
    "uint8": (8, False),
    "uint16": (16, False),
    "uint32": (32, False),
    "uint64": (64, False),
}
"""Kind -> (bits, signed). int is int64, uint and uintptr are uint64."""

COMPARISONS = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}

_MIN64, _MAX64 = -(1 << 63), (1 << 63) - 1


def int_range(kind: str) -> tuple[int, int]:
    """The least and the greatest value of a kind."""
    bits, signed = INT_KINDS[kind]
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)


def wrap_int64(x: int) -> int:
    """`x` modulo 2**64, as an int64."""
    return ((x + 0x8000000000000000) & 0xFFFFFFFFFFFFFFFF) - 0x8000000000000000


def wrap_int(x: int, kind: str) -> int:
    """`x` as a value of any integer kind, as a conversion does."""
    bits, signed = INT_KINDS[kind]
    x &= (1 << bits) - 1
    return x - (1 << bits) if signed and x >> (bits - 1) else x


def quotient(x: int, y: int) -> int:
    """x / y truncated toward zero; panics when y is 0. The only overflow, MIN / -1, is the caller's."""
    if y == 0:
        raise divide_error()
    q = abs(x) // abs(y)
    return q if (x < 0) == (y < 0) else -q


def remainder(x: int, y: int) -> int:
    """x % y with the sign of x; panics when y is 0."""
    if y == 0:
        raise divide_error()
    r = abs(x) % abs(y)
    return -r if x < 0 else r


def quotient64(x: int, y: int) -> int:
    q = quotient(x, y)
    return q if q <= _MAX64 else _MIN64


def shift_out(n: int) -> int:
    """The result of a left shift by a count that is not below the width."""
    if n < 0:
        raise shift_error()
    return 0


def _wrapped(expression: str, kind: str) -> str:
    """A template that brings `expression`, which may be out of range, into the range of `kind`."""
    bits, signed = INT_KINDS[kind]
    mask = (1 << bits) - 1
    if not signed:
        return f"({expression} & {mask})"
    if bits == 64:
        return f"(t if {_MIN64} <= (t := {expression}) <= {_MAX64} else wrap_int64(t))"
    half = 1 << bits - 1
    return f"(({expression} + {half} & {mask}) - {half})"


def _arithmetic(rows: Rows, kind: str) -> None:
    bits, signed = INT_KINDS[kind]
    temps = "t" if signed and bits == 64 else ""
    for name, symbol in (("add", "+"), ("sub", "-"), ("mul", "*")):
        rows.row(f"{name}.{kind}", "x y", _wrapped(f"x {symbol} y", kind), pure=True, temps=temps)
    rows.row(f"neg.{kind}", "x", _wrapped("-x", kind), pure=True, temps=temps)
    if not signed:
        rows.row(f"div.{kind}", "x y", "x // y")
        rows.row(f"rem.{kind}", "x y", "x % y")
        return
    divide = "quotient64(x, y)" if bits == 64 else _wrapped("quotient(x, y)", kind)
    rows.row(f"div.{kind}", "x y", f"(x // y if x >= 0 and y > 0 else {divide})")
    rows.row(f"rem.{kind}", "x y", "(x % y if x >= 0 and y > 0 else remainder(x, y))")


def _bits(rows: Rows, kind: str) -> None:
    bits, signed = INT_KINDS[kind]
    mask = (1 << bits) - 1
    rows.row(f"and.{kind}", "x y", "(x & y)", pure=True)
    rows.row(f"or.{kind}", "x y", "(x | y)", pure=True)
    rows.row(f"xor.{kind}", "x y", "(x ^ y)", pure=True)
    rows.row(f"andnot.{kind}", "x y", "(x & ~y)", pure=True)
    rows.row(f"not.{kind}", "x", "(~x)" if signed else f"(x ^ {mask})", pure=True)
    temps = "t" if signed and bits == 64 else ""
    shifted = _wrapped("(x << n)", kind)
    rows.row(f"shl.{kind}", "x n", f"({shifted} if 0 <= n < {bits} else shift_out(n))", temps=temps)
    rows.row(f"shr.{kind}", "x n", "(x >> n)")  # Python's ValueError is the negative count


def _conversions(rows: Rows, source: str) -> None:
    low, high = int_range(source)
    for target in INT_KINDS:
        least, most = int_range(target)
        if least <= low and high <= most:
            template, temps = "x", ""
        else:
            template = _wrapped("x", target)
            temps = "t" if "t :=" in template else ""
        rows.row(f"convert.{target}.{source}", "x", template, pure=True, temps=temps)


def int_rows() -> Rows:
    rows = Rows()
    for kind in INT_KINDS:
        _arithmetic(rows, kind)
        _bits(rows, kind)
        _conversions(rows, kind)
        for name, symbol in COMPARISONS.items():
            rows.row(f"{name}.{kind}", "x y", f"(x {symbol} y)", pure=True)
        rows.row(f"min.{kind}", "x y", "(x if x <= y else y)", pure=True)
        rows.row(f"max.{kind}", "x y", "(x if x >= y else y)", pure=True)
    return rows


HELPERS: dict[str, object] = {
    "quotient": quotient,
    "quotient64": quotient64,
    "remainder": remainder,
    "shift_out": shift_out,
    "wrap_int64": wrap_int64,
}
