"""Semicolons, and source text with characters that a file of test cases cannot hold."""

from __future__ import annotations

import pytest

from minigo.syntax.literals import check_number, check_quoted
from minigo.syntax.tables import load_tables
from tests.syntax.dump import parse_errors, parse_ok


def tokens(text: str) -> str:
    """The tokens of a text; semicolons that were inserted for a line end or the end of the file are `⏎` and `$`."""
    shown = {"\n": "⏎", "EOF": "$"}
    return " ".join(shown.get(t.value, t.value) for t in load_tables().lex(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n", "a ⏎ b ⏎"),
        ("a\n\n\n\t\n b", "a ⏎ b $"),
        ("a;\nb;", "a ; b ;"),
        ("1\n1.5\n2i\n'a'\n\"s\"\n`r`\n", "1 ⏎ 1.5 ⏎ 2i ⏎ 'a' ⏎ \"s\" ⏎ `r` ⏎"),
        ("break\ncontinue\nfallthrough\nreturn\n", "break ⏎ continue ⏎ fallthrough ⏎ return ⏎"),
        ("x++\nx--\n)\n]\n}\n", "x ++ ⏎ x -- ⏎ ) ⏎ ] ⏎ } ⏎"),
        ("if\ngoto\nfunc\nvar\n(\n[\n{\n,\n.\n+\n:=\n<-\n", "if goto func var ( [ { , . + := <-"),
        ("a // c\nb /* d */\nc", "a ⏎ b ⏎ c $"),
        ("a /* b\n */ c", "a ⏎ c $"),
        ("a + /* b\n */ c", "a + c $"),
        ("a /* b */ c // d", "a c $"),
        ("08\n'ab'\n\"\\q\"\n", "08 ⏎ 'ab' ⏎ \"\\q\" ⏎"),
        ("a @\nb + @\n", "a @ ⏎ b + @"),
        ("a\r\nb\r\n", "a ⏎ b ⏎"),
        ("", ""),
    ],
)
def test_semicolons(text: str, expected: str) -> None:
    assert tokens(text) == expected


def test_maximal_munch() -> None:
    assert tokens("a<<=b&^=c&^d...e<-f:=g++ +h") == "a <<= b &^= c &^ d ... e <- f := g ++ + h $"
    assert tokens("iff rangex _break typeé") == "iff rangex _break typeé $"
    assert tokens("1..2 .5.x 0x1p-2i 0b1_0") == "1. .2 .5 . x 0x1p-2i 0b1_0 $"


@pytest.mark.parametrize("text", ["0", "7", "1_000", "0b1_1", "0B0", "0o17", "0O7", "017", "0_7", "0xFf_0", "0X_1"])
def test_integers(text: str) -> None:
    assert check_number(text) == ("INT", [])


@pytest.mark.parametrize(
    "text", ["1.", ".5", "1e3", "1.5E-3", "0x1p-2", "0x.8P1", "0x1.8p+0", "1_0.5_0e1_0", "09.5", "08e1"]
)
def test_floats(text: str) -> None:
    assert check_number(text) == ("FLOAT", [])


@pytest.mark.parametrize("text", ["1i", "08i", "0x1i", "1.5i", "0b1i", "1e3i", "0x1p2i", "0_7i"])
def test_imaginary(text: str) -> None:
    assert check_number(text) == ("IMAG", [])


@pytest.mark.parametrize(
    "text", [r"'\''", r"'\377'", r"'\uffff'", r"'\U0010ffff'", r"'\U00000041'", '"\\ud7ff\\ue000"', "'世'"]
)
def test_quoted(text: str) -> None:
    assert check_quoted(text, at_eof=False) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1: syntax error: package statement must be first"]),
        ("package p\n\nfunc f() {", ["3:11: syntax error: unexpected EOF, expected }"]),
        ("package p\n\nfunc f() { x", ["3:13: syntax error: unexpected EOF, expected }"]),
        (
            "package p\n\nvar x = f(1",
            ["3:12: syntax error: unexpected EOF in argument list; possibly missing comma or )"],
        ),
        ('package p\nvar z = "abc', ["2:9: string not terminated"]),
        ("package p\nvar z = `abc", ["2:9: string not terminated"]),
        ("package p\nvar z = 'abc", ["2:9: rune literal not terminated"]),
        ("package p\nvar z = '\\", ["2:9: rune literal not terminated"]),
        ('package p\nvar z = "a\\', ["2:9: string not terminated"]),
        ('package p\nvar z = "a\\x1', ["2:9: string not terminated"]),
        ("package p\n/* x", ["2:1: comment not terminated"]),
        ("package p\n/*/", ["2:1: comment not terminated"]),
        ("package p\n\x0cvar x = 1\n", ["2:1: invalid character U+000C"]),
        (
            'package p\nvar x = 1\x0c\nvar y = "\xa0é" + \xa0 1 +\x01 2 + \x7f\n',
            [
                "2:10: invalid character U+000C",
                "3:18: invalid character U+00A0 in identifier",
                "3:21: syntax error: unexpected literal 1 after top level declaration",
                "3:24: invalid character U+0001",
                "3:30: invalid character U+007F",
            ],
        ),
        (
            "package p\r\n\r\nfunc f() {\r\n\tx y\r\n\tfoo(1\r\n}\r\n",
            [
                "4:4: syntax error: unexpected name y at end of statement",
                "5:8: syntax error: unexpected newline in argument list; possibly missing comma or )",
            ],
        ),
        ("\ufeffpackage p\nvar y = 1 2\n", ["2:11: syntax error: unexpected literal 2 after top level declaration"]),
        ("\ufeffpackage 1\n", ["1:12: syntax error: unexpected literal 1, expected name"]),
        ("package p\n\ufeffvar z = 1\nvar y = 1 2\n", ["2:1: invalid BOM in the middle of the file"]),
        (
            "package p\nvar z\ufeff = 1\nvar y = 1 2\n",
            [
                "2:6: invalid BOM in the middle of the file",
                "3:11: syntax error: unexpected literal 2 after top level declaration",
            ],
        ),
        (
            'package p\nvar y = "\x00"\nvar \x00z = 1\n// \x00\n',
            ["2:10: invalid NUL character", "3:5: invalid NUL character", "4:4: invalid NUL character"],
        ),
        (
            'package p\nvar s = "\udcff"\nvar \udcfft = 2\n// é\udcff\n',
            ["2:10: invalid UTF-8 encoding", "3:5: invalid UTF-8 encoding", "4:6: invalid UTF-8 encoding"],
        ),
    ],
)
def test_errors_like_real_go(text: str, expected: list[str]) -> None:
    assert parse_errors(text) == expected


def test_a_byte_order_mark_is_no_error() -> None:
    assert parse_ok("\ufeffpackage p\n").package.name == "p"
