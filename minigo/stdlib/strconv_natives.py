"""Natives of package strconv. Parsers return the value and a code that says what went wrong (see strconv.go)."""

from __future__ import annotations

import math
import re

from minigo.runtime.natives import native
from minigo.stdlib import fmt_format as ff
from minigo.stdlib.floats import format_float, round32
from minigo.types.constants import from_literal
from minigo.types.quote import quote, quote_char

OK, SYNTAX, RANGE, BASE, BIT_SIZE = range(5)

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PREFIXES = {"0b": 2, "0o": 8, "0x": 16}
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_HEX = re.compile(r"[+-]?0x([0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)p[+-]?\d+", re.IGNORECASE | re.ASCII)
_INFINITE = re.compile(r"([+-]?)(inf|infinity)", re.IGNORECASE)


def _magnitude(s: str, base: int) -> tuple[int, int]:
    """The value of unsigned text, and a code."""
    if not s:
        return 0, SYNTAX
    underscores = False
    if base == 0:
        base = 10
        if s[0] == "0":
            base = _PREFIXES.get(s[:2].lower(), 8)
            s = s[2:] if base != 8 or (s[1:2] in "oO" and len(s) > 2) else s[1:]
            if not s:
                return 0, OK if base == 8 else SYNTAX
        underscores = True
    elif not 2 <= base <= 36:
        return 0, BASE
    if underscores and "_" in s:
        if s.startswith("__") or s.endswith("_") or "__" in s:
            return 0, SYNTAX
        s = s.replace("_", "")
    value = 0
    for char in s.lower():
        digit = _DIGITS.find(char)
        if digit < 0 or digit >= base:
            return 0, SYNTAX
        value = value * base + digit
    return value, OK


@native("strconv.parseInt")
def parse_int(s: bytes, base: int, bits: int) -> tuple[int, int]:
    text = s.decode("utf-8", "replace")
    sign = text[:1] if text[:1] in ("+", "-") else ""
    value, code = _magnitude(text[len(sign) :], base)
    if code:
        return 0, code
    bits = bits or 64
    if not 0 < bits <= 64:
        return 0, BIT_SIZE
    limit = 1 << (bits - 1)
    if sign == "-":
        return (-value, OK) if value <= limit else (-limit, RANGE)
    return (value, OK) if value < limit else (limit - 1, RANGE)


@native("strconv.parseUint")
def parse_uint(s: bytes, base: int, bits: int) -> tuple[int, int]:
    value, code = _magnitude(s.decode("utf-8", "replace"), base)
    if code:
        return 0, code
    bits = bits or 64
    if not 0 < bits <= 64:
        return 0, BIT_SIZE
    limit = (1 << bits) - 1
    return (value, OK) if value <= limit else (limit, RANGE)


@native("strconv.parseFloat")
def parse_float(s: bytes, bits: int) -> tuple[float, int]:
    text = s.decode("utf-8", "replace")
    infinite = _INFINITE.fullmatch(text)
    if infinite:
        return (-math.inf if infinite[1] == "-" else math.inf), OK
    if text.lower() == "nan":
        return math.nan, OK
    if _HEX.fullmatch(text):
        try:
            value = float.fromhex(text)
        except OverflowError:
            value = math.inf
    elif _DECIMAL.fullmatch(text):
        value = float(text)
    else:
        return 0.0, SYNTAX
    if bits == 32:
        value = round32(value)
    return value, RANGE if math.isinf(value) else OK


def _in_base(value: int, base: int) -> bytes:
    if base == 10:
        return b"%d" % value
    digits = ""
    rest = abs(value)
    while rest:
        rest, digit = divmod(rest, base)
        digits = _DIGITS[digit] + digits
    return (("-" if value < 0 else "") + (digits or "0")).encode()


native("strconv.FormatInt")(_in_base)
native("strconv.FormatUint")(_in_base)
native("strconv.Itoa")(lambda i: b"%d" % i)
native("strconv.Quote")(lambda s: quote(s).encode())
native("strconv.QuoteToASCII")(lambda s: ff.format_quoted(ff.Spec(plus=True), s))
native("strconv.QuoteRune")(lambda r: f"'{quote_char(r if 0 <= r <= 0x10FFFF else 0xFFFD, chr(39))}'".encode())
native("strconv.CanBackquote")(ff.can_backquote)


@native("strconv.FormatFloat")
def format_float_native(x: float, verb: int, precision: int, bits: int) -> bytes:
    if chr(verb) not in "eEfgGbxX":
        return b"%" + bytes((verb,))
    return format_float(x, chr(verb), precision, bits).encode()


@native("strconv.unquote")
def unquote(s: bytes) -> tuple[bytes, bool]:
    text = s.decode("utf-8", "surrogateescape")
    if len(text) < 2 or text[0] != text[-1] or text[0] not in "\"'`":
        return b"", False
    if text[0] == "`":
        body = text[1:-1]
        return (body.replace("\r", "").encode("utf-8", "surrogateescape"), "`" not in body)
    if re.fullmatch(r"""(["'])(?:(?!\1)[^\\\n]|\\.)*\1""", text) is None:
        return b"", False
    value = from_literal("CHAR" if text[0] == "'" else "STRING", text)
    if isinstance(value, int):
        return ff.encode_rune(value), True
    return (value, True) if isinstance(value, bytes) else (b"", False)
