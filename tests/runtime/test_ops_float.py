"""Floating-point operations and conversions give what amd64 gives; the expected numbers are real Go's."""

from __future__ import annotations

import math

import pytest

from minigo.runtime.ops import row_function
from minigo.runtime.ops_float import c64, divide_complex, f32, int_to_f32
from minigo.runtime.ops_int import INT_KINDS

INF, NAN = math.inf, math.nan

# x -> int64, int32, int16, int8, uint64, uint32, uint16, uint8
TO_INTEGERS = {
    1e30: (-9223372036854775808, -2147483648, 0, 0, 9223372036854775808, 0, 0, 0),
    -1e30: (-9223372036854775808, -2147483648, 0, 0, 9223372036854775808, 0, 0, 0),
    NAN: (-9223372036854775808, -2147483648, 0, 0, 9223372036854775808, 0, 0, 0),
    INF: (-9223372036854775808, -2147483648, 0, 0, 9223372036854775808, 0, 0, 0),
    3e9: (3000000000, -2147483648, 0, 0, 3000000000, 3000000000, 0, 0),
    -3e9: (-3000000000, -2147483648, 0, 0, 18446744070709551616, 1294967296, 0, 0),
    1e10: (10000000000, -2147483648, 0, 0, 10000000000, 1410065408, 0, 0),
    300.0: (300, 300, 300, 44, 300, 300, 300, 44),
    -1.0: (-1, -1, -1, -1, 18446744073709551615, 4294967295, 65535, 255),
    -1.9: (-1, -1, -1, -1, 18446744073709551615, 4294967295, 65535, 255),
    9.3e18: (-9223372036854775808, -2147483648, 0, 0, 9300000000000000000, 0, 0, 0),
    2e19: (-9223372036854775808, -2147483648, 0, 0, 9223372036854775808, 0, 0, 0),
    4294967296.5: (4294967296, -2147483648, 0, 0, 4294967296, 0, 0, 0),
}
ORDER = ("int64", "int32", "int16", "int8", "uint64", "uint32", "uint16", "uint8")


@pytest.mark.parametrize("x", TO_INTEGERS)
def test_to_integers(x: float) -> None:
    assert tuple(row_function(f"convert.{kind}.float64")(x) for kind in ORDER) == TO_INTEGERS[x]


def test_float32_rounds_and_overflows() -> None:
    assert f32(0.1) == 0.10000000149011612
    assert f32(1e300) == INF
    assert f32(-1e39) == -INF
    assert row_function("add.float32")(16777216.0, 1.0) == 16777216.0
    assert row_function("mul.float32")(f32(3e38), 10.0) == INF


def test_integers_to_float32_round_once() -> None:
    assert int_to_f32((1 << 62) + (1 << 38) - 1) == 8388608 * 2.0**39
    assert int_to_f32((1 << 63) + (1 << 39) + 1) == 8388609 * 2.0**40
    assert int_to_f32((1 << 62) + (1 << 38)) == 8388608 * 2.0**39
    assert int_to_f32(-9007199791611905) == -8388609 * 2.0**30
    assert int_to_f32(0) == 0.0
    for kind in INT_KINDS:
        assert row_function(f"convert.float32.{kind}")(100) == 100.0


def test_division_by_zero_is_no_panic() -> None:
    divide = row_function("div.float64")
    assert divide(1.0, 0.0) == INF
    assert divide(1.0, -0.0) == -INF
    assert divide(-1.0, 0.0) == -INF
    assert math.isnan(divide(0.0, 0.0))
    assert math.isnan(divide(NAN, 0.0))
    assert row_function("div.float32")(1.0, 3.0) == f32(1 / 3)


def test_min_and_max_know_nan_and_the_signs_of_zero() -> None:
    low, high = row_function("min.float64"), row_function("max.float64")
    assert math.isnan(low(NAN, 1.0))
    assert math.isnan(high(1.0, NAN))
    assert math.copysign(1, low(0.0, -0.0)) == -1
    assert math.copysign(1, low(-0.0, 0.0)) == -1
    assert math.copysign(1, high(-0.0, 0.0)) == 1
    assert math.copysign(1, high(0.0, -0.0)) == 1
    assert low(2.0, 1.0) == 1.0
    assert high(2.0, 1.0) == 2.0


def test_complex_division() -> None:
    assert divide_complex(3 + 4j, 1 - 2j) == -1 + 2j
    assert divide_complex(1 + 2j, 0j) == complex(INF, INF)
    zero_by_zero = divide_complex(0j, 0j)
    assert math.isnan(zero_by_zero.real)
    assert math.isnan(zero_by_zero.imag)
    assert divide_complex(complex(INF, 0), 1 + 1j) == complex(INF, -INF)
    assert divide_complex(1 + 1j, complex(INF, 0)) == 0j
    assert divide_complex(complex(1e300, 1e300), complex(1e300, 1e-300)) == 1 + 1j


def test_complex64_is_rounded() -> None:
    assert c64(0.1 + 0.2j) == complex(f32(0.1), f32(0.2))
    assert row_function("mul.complex64")(1 + 2j, 3 - 4j) == 11 + 2j
    assert row_function("complex")(1.0, -2.0, 128) == 1 - 2j
