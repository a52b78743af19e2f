"""Integer operations wrap, truncate and panic as on amd64."""

from __future__ import annotations

import pytest

from minigo.runtime.helpers import HELPERS, LINKED
from minigo.runtime.ops import ROWS, row_function
from minigo.runtime.ops_int import INT_KINDS, int_range, wrap_int
from tests.runtime.world import panic_message

SAMPLES = (0, 1, -1, 2, 3, 7, -7, 63, 64, 100, -100, 127, -128, 255, 1 << 15, 1 << 31, -(1 << 31), 1 << 62, -(1 << 63))


def values(kind: str) -> list[int]:
    low, high = int_range(kind)
    return sorted({wrap_int(x, kind) for x in (*SAMPLES, low, high, low + 1, high - 1)})


def truncated(x: int, y: int) -> int:
    q = abs(x) // abs(y)
    return q if (x < 0) == (y < 0) else -q


EXACT = {
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "mul": lambda x, y: x * y,
    "and": lambda x, y: x & y,
    "or": lambda x, y: x | y,
    "xor": lambda x, y: x ^ y,
    "andnot": lambda x, y: x & ~y,
    "div": truncated,
    "rem": lambda x, y: x - y * truncated(x, y),
    "min": min,
    "max": max,
}


@pytest.mark.parametrize("kind", INT_KINDS)
@pytest.mark.parametrize("op", EXACT)
def test_arithmetic_is_exact_arithmetic_wrapped(op: str, kind: str) -> None:
    function = row_function(f"{op}.{kind}")
    for x in values(kind):
        for y in values(kind):
            if y == 0 and op in ("div", "rem"):
                continue
            assert function(x, y) == wrap_int(EXACT[op](x, y), kind), (x, y)


@pytest.mark.parametrize("kind", INT_KINDS)
def test_unary(kind: str) -> None:
    neg, invert = row_function(f"neg.{kind}"), row_function(f"not.{kind}")
    for x in values(kind):
        assert neg(x) == wrap_int(-x, kind)
        assert invert(x) == wrap_int(~x, kind)


@pytest.mark.parametrize("kind", INT_KINDS)
def test_shifts_by_any_count(kind: str) -> None:
    left, right = row_function(f"shl.{kind}"), row_function(f"shr.{kind}")
    for x in values(kind):
        for n in (0, 1, 7, 8, 31, 32, 63, 64, 1000, (1 << 64) - 1):
            assert left(x, n) == (wrap_int(x << n, kind) if n < 100 else 0)
            assert right(x, n) == (x >> n if n < 100 else (-1 if x < 0 else 0))


@pytest.mark.parametrize("source", INT_KINDS)
@pytest.mark.parametrize("target", INT_KINDS)
def test_conversions_keep_the_low_bits(source: str, target: str) -> None:
    convert = row_function(f"convert.{target}.{source}")
    for x in values(source):
        assert convert(x) == wrap_int(x, target)


def test_the_least_number_divided_by_minus_one() -> None:
    assert row_function("div.int64")(-(1 << 63), -1) == -(1 << 63)
    assert row_function("rem.int64")(-(1 << 63), -1) == 0
    assert row_function("div.int8")(-128, -1) == -128


@pytest.mark.parametrize("op", ["div", "rem"])
def test_division_by_zero(op: str) -> None:
    assert panic_message(row_function(f"{op}.int64"), 1, 0) == "runtime error: integer divide by zero"
    assert panic_message(row_function(f"{op}.int8"), -1, 0) == "runtime error: integer divide by zero"
    with pytest.raises(ZeroDivisionError):  # stands for the panic in Go code
        row_function(f"{op}.uint64")(1, 0)


def test_negative_shift_counts() -> None:
    assert panic_message(row_function("shl.int64"), 1, -1) == "runtime error: negative shift amount"
    with pytest.raises(ValueError, match="negative shift count"):
        row_function("shr.int64")(1, -1)


def test_every_name_in_a_template_is_known() -> None:
    known = HELPERS.keys() | set(LINKED)
    assert {(row.name, name) for row in ROWS.values() for name in row.helpers if name not in known} == set()
