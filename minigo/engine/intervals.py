"""Intervals of integers: what arithmetic and comparisons make of the least and greatest values of their operands.

An interval is (least, greatest), both inclusive; results of arithmetic are exact, before they are wrapped, so they may
leave the range of the operands' kind.
"""

from __future__ import annotations

from minigo.core.kinds import int_kind
from minigo.runtime.ops_int import INT_KINDS, int_range
from minigo.types.types import Type

Interval = tuple[int, int]

FULL: dict[str, Interval] = {kind: int_range(kind) for kind in INT_KINDS}
"""The values of each kind."""
MAX_LENGTH = 1 << 31
"""No array is longer: no allocation may ask for more bytes (ops_slice.MAX_ALLOCATION)."""
MAX_ITEMS = 1 << 30
"""No list is longer: each element takes eight bytes of the host's."""
MAX_STRING = 1 << 48
"""No string is longer than memory."""

_COMPLEMENT = {"lt": "ge", "ge": "lt", "le": "gt", "gt": "le", "eq": "ne", "ne": "eq"}
_MIRROR = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le", "eq": "eq", "ne": "ne"}


def range_of_type(t: Type) -> Interval | None:
    """The values of an integer type; None for others."""
    kind = int_kind(t)
    return None if kind is None else FULL[kind]


def within(x: Interval, y: Interval) -> bool:
    return y[0] <= x[0] and x[1] <= y[1]


def join(x: Interval, y: Interval) -> Interval:
    return min(x[0], y[0]), max(x[1], y[1])


def meet(x: Interval, y: Interval) -> Interval | None:
    """What both contain; None when that is nothing."""
    low, high = max(x[0], y[0]), min(x[1], y[1])
    return (low, high) if low <= high else None


def exact(operation: str, x: Interval, y: Interval) -> Interval:
    """The sums, differences or products of two intervals."""
    if operation == "add":
        return x[0] + y[0], x[1] + y[1]
    if operation == "sub":
        return x[0] - y[1], x[1] - y[0]
    products = (x[0] * y[0], x[0] * y[1], x[1] * y[0], x[1] * y[1])
    return min(products), max(products)


def result(operation: str, kind: str, x: Interval, y: Interval) -> Interval:
    """The results of an arithmetic operation on two operands of a kind."""
    full = FULL[kind]
    out = full
    match operation:
        case "add" | "sub" | "mul":
            out = exact(operation, x, y)
        case "div":
            if y[0] > 0:
                least = x[0] // y[1] if x[0] >= 0 else -(-x[0] // y[0])
                out = least, (x[1] // y[0] if x[1] >= 0 else -(-x[1] // y[1]))
        case "rem":
            most = max(abs(y[0]), abs(y[1])) - 1
            if x[0] >= 0:
                out = 0, min(x[1], max(most, 0))
            elif most >= 0:
                out = max(x[0], -most), min(max(x[1], 0), most)
        case "and":
            if x[0] >= 0 and y[0] >= 0:
                out = 0, min(x[1], y[1])
            elif x[0] >= 0:
                out = 0, x[1]
            elif y[0] >= 0:
                out = 0, y[1]
        case "or" | "xor":
            if x[0] >= 0 and y[0] >= 0:
                out = 0, (1 << max(x[1], y[1]).bit_length()) - 1
        case "andnot":
            if x[0] >= 0:
                out = 0, x[1]
        case "shr":
            if y[0] >= 0:
                most = min(y[1], 64)
                out = min(x[0] >> y[0], x[0] >> most), max(x[1] >> y[0], x[1] >> most)
        case "shl":
            if y[0] >= 0 and y[1] < INT_KINDS[kind][0]:
                out = exact("mul", x, (1 << y[0], 1 << y[1]))
        case "min":
            out = min(x[0], y[0]), min(x[1], y[1])
        case "max":
            out = max(x[0], y[0]), max(x[1], y[1])
    return out if within(out, full) else full


def narrowed(test: str, x: Interval, y: Interval) -> Interval | None:
    """What is left of `x` when `x test y` holds; None when it cannot."""
    match test:
        case "lt":
            return meet(x, (x[0], y[1] - 1))
        case "le":
            return meet(x, (x[0], y[1]))
        case "gt":
            return meet(x, (y[0] + 1, x[1]))
        case "ge":
            return meet(x, (y[0], x[1]))
        case "eq":
            return meet(x, y)
        case _:
            if y[0] != y[1]:
                return x
            low, high = x[0] + (x[0] == y[0]), x[1] - (x[1] == y[0])
            return (low, high) if low <= high else None


def complement(test: str) -> str:
    """The comparison that holds when `test` does not."""
    return _COMPLEMENT[test]


def mirror(test: str) -> str:
    """The comparison that says the same with the operands exchanged."""
    return _MIRROR[test]


TESTS = frozenset(_MIRROR)
