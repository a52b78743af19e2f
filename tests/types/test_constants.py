"""Exact constant arithmetic."""

from __future__ import annotations

from fractions import Fraction

import pytest

from minigo.types.constants import (
    UNKNOWN,
    Complex,
    ConstValue,
    binary_op,
    compare,
    const_string,
    from_literal,
    round_float32,
    round_float64,
    shift,
    to_int,
    unary_op,
)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("INT", "1_000", 1000),
        ("INT", "0x_FF", 255),
        ("INT", "0b101", 5),
        ("INT", "0o17", 15),
        ("INT", "017", 15),
        ("FLOAT", "1.5e3", Fraction(1500)),
        ("FLOAT", ".5", Fraction(1, 2)),
        ("FLOAT", "0x1.8p1", Fraction(3)),
        ("FLOAT", "1e-400", Fraction(1, 10**400)),
        ("IMAG", "2i", Complex(Fraction(0), Fraction(2))),
        ("IMAG", "010i", Complex(Fraction(0), Fraction(10))),
        ("CHAR", "'a'", 97),
        ("CHAR", r"'\n'", 10),
        ("CHAR", r"'\x41'", 65),
        ("CHAR", r"'\101'", 65),
        ("CHAR", r"'\u00e9'", 233),
        ("CHAR", r"'\''", 39),
        ("STRING", r'"a\tb\"c"', b'a\tb"c'),
        ("STRING", r'"\xff\u00e9"', b"\xff\xc3\xa9"),
        ("STRING", "`a\\n`", b"a\\n"),
    ],
)
def test_literals(kind: str, text: str, value: ConstValue) -> None:
    assert from_literal(kind, text) == value


def test_integers_of_any_length() -> None:
    assert from_literal("INT", "9" * 5000) == 10**5000 - 1
    assert const_string(10**5000) == "1" + "0" * 5000


def test_division_truncates_toward_zero() -> None:
    assert binary_op(-7, "/", 2, True) == -3
    assert binary_op(7, "/", -2, True) == -3
    assert binary_op(-7, "%", 2) == -1
    assert binary_op(7, "%", -2) == 1
    assert binary_op(1, "/", 3) == Fraction(1, 3)


def test_kinds_are_matched_upwards() -> None:
    assert binary_op(1, "+", Fraction(1, 2)) == Fraction(3, 2)
    assert binary_op(2, "*", Complex(Fraction(1), Fraction(1))) == Complex(Fraction(2), Fraction(2))
    assert compare(1, "==", Fraction(1))
    assert compare(b"a", "<", b"b")
    assert to_int(Fraction(4, 2)) == 2
    assert to_int(Fraction(1, 2)) == UNKNOWN


def test_complex_division() -> None:
    i = Complex(Fraction(0), Fraction(1))
    assert binary_op(1, "/", i) == Complex(Fraction(0), Fraction(-1))
    assert binary_op(i, "*", i) == Complex(Fraction(-1), Fraction(0))


def test_bitwise_complement_depends_on_the_type() -> None:
    assert unary_op("^", 1) == -2
    assert unary_op("^", 1, 8) == 254


def test_shifts_are_exact() -> None:
    assert shift(1, "<<", 200) == 2**200
    assert shift(-5, ">>", 1) == -3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (b'a"b', r'"a\"b"'),
        (b"x" * 100, '"' + "x" * 68 + "..."),
        (10**30, "1" + "0" * 30),
        (Fraction(1, 3), "0.333333"),
        (Fraction(2), "2"),
        (Fraction(10) ** 100, "1e+100"),
        (Fraction(10) ** 1000, "1e+1000"),
        (Fraction(12345678, 1), "1.23457e+07"),
        (Fraction(1, 10**7), "1e-07"),
        (Fraction(100000001, 10), "1.00000001e+07"),
        (Complex(Fraction(1), Fraction(1, 2)), "(1 + 0.5i)"),
    ],
)
def test_text(value: ConstValue, text: str) -> None:
    assert const_string(value) == text


def test_rounding() -> None:
    assert round_float64(Fraction(1, 10)) == Fraction(0.1)
    assert round_float64(Fraction(10) ** 400) is None
    assert round_float32(Fraction(16777217)) == 16777216
    assert round_float32(Fraction(16777219)) == 16777220
    assert round_float32(Fraction(2) ** 128) is None
    assert round_float32(-Fraction(1, 2)) == Fraction(-1, 2)
    # A value that rounds up when it passes through float64 first, and down exactly.
    tricky = 1 + Fraction(1, 2**24) + Fraction(1, 2**60)
    assert round_float32(tricky) == 1 + Fraction(1, 2**23)
