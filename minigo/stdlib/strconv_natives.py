"""Natives of package strconv. Parsers return the value and a code that says what went wrong (see strconv.go)."""

from __future__ import annotations

import math
import re

from minigo.runtime.natives import native
from minigo.runtime.values import gostring, text
from minigo.stdlib import fmt_format as ff
from minigo.stdlib.floats import format_float, round32
from minigo.types.quote import quote, quote_char
from minigo.unidata import is_graphic, is_print

OK, SYNTAX, RANGE, BASE, BIT_SIZE = range(5)

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PREFIXES = {"0b": 2, "0o": 8, "0x": 16}
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_HEX = re.compile(r"[+-]?0x([0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)p[+-]?\d+", re.IGNORECASE | re.ASCII)
_INFINITE = re.compile(r"([+-]?)(inf|infinity)", re.IGNORECASE)
_FLOAT_PREFIX = re.compile(
    r"[+-]?(infinity|inf|0x(_?[0-9a-f]+)*\.?[0-9a-f_]*p[+-]?[0-9_]+|([0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(e[+-]?[0-9_]+)?)|nan",
    re.IGNORECASE,
)


def _magnitude(s: str, base: int, bits: int) -> tuple[int, int]:
    """The value of unsigned text, and a code. A number that is too large is told before what may be wrong after it."""
    if not s:
        return 0, SYNTAX
    literal = ""
    if base == 0:
        literal = s
        s = s.replace("_", "")
        base = 10
        if literal[0] == "0":
            prefixed = len(literal) >= 3 and literal[:2].lower() in _PREFIXES
            base = _PREFIXES[literal[:2].lower()] if prefixed else 8
            s = s[2 if prefixed else 1 :]
    elif not 2 <= base <= 36:
        return 0, BASE
    if not 0 <= bits <= 64:
        return 0, BIT_SIZE
    limit = 1 << (bits or 64)
    value = 0
    for char in s.lower():
        digit = _DIGITS.find(char)
        if digit < 0 or digit >= base:
            return 0, SYNTAX
        value = value * base + digit
        if value >= limit:
            return limit - 1, RANGE
    if "_" in literal and not _underscores_fit(literal):
        return 0, SYNTAX
    return value, OK


def _underscores_fit(s: str) -> bool:
    """Whether underscores stand only between digits, or behind a prefix of the base."""
    s = s.lstrip("+-").lower()
    digits = "0123456789"
    before = "^"
    if s[:2] in _PREFIXES:
        digits += "abcdef" if s[:2] == "0x" else ""
        s = s[2:]
        before = "0"
    for char in s:
        if char in digits:
            before = "0"
        elif char == "_":
            if before != "0":
                return False
            before = "_"
        else:
            if before == "_":
                return False
            before = "!"
    return before != "_"


@native("strconv.parseInt")
def parse_int(s: bytes, base: int, bits: int) -> tuple[int, int]:
    text = s.decode("utf-8", "replace")
    sign = text[:1] if text[:1] in ("+", "-") else ""
    value, code = _magnitude(text[len(sign) :], base, bits)
    if code not in (OK, RANGE):
        return 0, code
    limit = 1 << ((bits or 64) - 1)
    if sign == "-":
        return (-value, OK) if value <= limit else (-limit, RANGE)
    return (value, OK) if value < limit else (limit - 1, RANGE)


@native("strconv.parseUint")
def parse_uint(s: bytes, base: int, bits: int) -> tuple[int, int]:
    return _magnitude(s.decode("utf-8", "replace"), base, bits)


@native("strconv.parseFloat")
def parse_float(s: bytes, bits: int) -> tuple[float, int]:
    text = s.decode("utf-8", "replace")
    infinite = _INFINITE.fullmatch(text)
    if infinite:
        return (-math.inf if infinite[1] == "-" else math.inf), OK
    if text.lower() == "nan":
        return math.nan, OK
    if "_" in text and _underscores_fit(text):
        text = text.replace("_", "")
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


@native("strconv.parseComplex")
def parse_complex(s: bytes, bits: int) -> tuple[complex, int]:
    """N, Ni or N+Ni, with or without parentheses; a part out of range is told after what is malformed."""
    text = s.decode("utf-8", "replace")
    size = 32 if bits == 64 else 64
    if text[:1] == "(" and text[-1:] == ")" and len(text) >= 2:
        text = text[1:-1]
    real, code, text = _float_prefix(text, size)
    if code == SYNTAX:
        return 0j, SYNTAX
    if not text:
        return complex(real, 0.0), code
    if text == "i":
        return complex(0.0, real), code
    if text[0] == "+" and text[1:2] not in ("", "+"):
        text = text[1:]
    elif text[0] not in "+-":
        return 0j, SYNTAX
    imaginary, second, text = _float_prefix(text, size)
    if second == SYNTAX or text != "i":
        return 0j, SYNTAX
    return complex(real, imaginary), code or second


def _float_prefix(text: str, bits: int) -> tuple[float, int, str]:
    """The number that `text` begins with, a code, and the rest."""
    found = _FLOAT_PREFIX.match(text)
    if found is None:
        return 0.0, SYNTAX, text
    value, code = parse_float(found[0].encode(), bits)
    return value, code, text[found.end() :]


def _in_base(value: int, base: int) -> bytes:
    if base == 10:
        return b"%d" % value
    digits = ""
    rest = abs(value)
    while rest:
        rest, digit = divmod(rest, base)
        digits = _DIGITS[digit] + digits
    return (("-" if value < 0 else "") + (digits or "0")).encode()


native("strconv.formatInt")(_in_base)
native("strconv.formatUint")(_in_base)
native("strconv.Itoa")(lambda i: b"%d" % i)
native("strconv.Quote")(lambda s: quote(s).encode())
native("strconv.QuoteToASCII")(lambda s: ff.format_quoted(ff.Spec(plus=True), s))
native("strconv.QuoteRune")(lambda r: ff.format_quoted_char(ff.Spec(), r))
native("strconv.QuoteRuneToASCII")(lambda r: ff.format_quoted_char(ff.Spec(plus=True), r))
native("strconv.IsPrint")(is_print)
native("strconv.IsGraphic")(is_graphic)
native("strconv.CanBackquote")(ff.can_backquote)


@native("strconv.QuoteToGraphic")
def quote_to_graphic(s: bytes) -> bytes:
    return ('"' + "".join(_graphic(c, '"') for c in text(s)) + '"').encode()


@native("strconv.QuoteRuneToGraphic")
def quote_rune_to_graphic(r: int) -> bytes:
    return f"'{_graphic(chr(ff.valid_rune(r)), chr(39))}'".encode()


def _graphic(char: str, mark: str) -> str:
    """A decoded character between quotation marks; spaces of all kinds stay as they are."""
    code = ord(char)
    if code >= 0x80 and is_graphic(code):
        return char
    return quote(gostring(char))[1:-1] if 0xDC80 <= code <= 0xDCFF else quote_char(code, mark)


@native("strconv.formatFloat")
def format_float_native(x: float, verb: int, precision: int, bits: int) -> bytes:
    if chr(verb) not in "eEfgGbxX":
        return b"%" + bytes((verb,))
    return format_float(x, chr(verb), precision, bits).encode()


_ESCAPE = re.compile(
    r"""\\(?:(?P<simple>[abfnrtv\\"'])|x(?P<byte>[0-9a-fA-F]{2})|(?P<octal>[0-7]{3})
    |u(?P<short>[0-9a-fA-F]{4})|U(?P<long>[0-9a-fA-F]{8}))""",
    re.VERBOSE,
)
_SIMPLE = dict(zip("abfnrtv\\\"'", b"\a\b\f\n\r\t\v\\\"'", strict=True))


def _char(s: str, at: int, mark: str) -> tuple[int, bool, int]:
    """The character at `at` inside a literal in `mark`: its code, whether it is a rune rather than a byte, and where
    the next one begins; 0 for that when it is malformed."""
    char = s[at]
    if char == mark and mark in ("'", '"'):
        return 0, False, 0
    if char != "\\":
        code = ff.valid_rune(ord(char))
        return code, code >= 0x80, at + 1
    escape = _ESCAPE.match(s, at)
    if escape is None:
        return 0, False, 0
    if simple := escape["simple"]:
        # Only the literal's own quotation mark may be escaped.
        return _SIMPLE[simple], False, 0 if simple in "\"'" and simple != mark else escape.end()
    if escape["byte"] or escape["octal"]:
        code = int(escape["byte"], 16) if escape["byte"] else int(escape["octal"], 8)
        return code, False, escape.end() if code < 256 else 0
    code = int(escape["short"] or escape["long"], 16)
    return code, True, escape.end() if ff.valid_rune(code) == code else 0


def _literal(s: str) -> tuple[bytes, int]:
    """What the string, rune or raw string literal that `s` begins with stands for, and its end; 0 for the end when
    there is none. `''` passes as empty."""
    mark = s[:1]
    if mark not in ("'", '"', "`"):
        return b"", 0
    if mark == "`":
        end = s.find("`", 1)
        return gostring(s[1:end].replace("\r", "")), end + 1
    out: list[bytes] = []
    at = 1
    while at < len(s) and s[at] not in (mark, "\n") and not (mark == "'" and out):
        code, multibyte, at = _char(s, at, mark)
        if at == 0:
            return b"", 0
        out.append(ff.encode_rune(code) if multibyte else bytes((code,)))
    return (b"".join(out), at + 1) if s[at : at + 1] == mark else (b"", 0)


@native("strconv.unquote")
def unquote(s: bytes) -> tuple[bytes, bool]:
    body = text(s)
    value, end = _literal(body)
    return (value, True) if end == len(body) > 0 else (b"", False)


@native("strconv.quotedPrefix")
def quoted_prefix(s: bytes) -> int:
    body = text(s)
    return len(gostring(body[: _literal(body)[1]]))


@native("strconv.unquoteChar")
def unquote_char(s: bytes, mark: int) -> tuple[int, bool, int]:
    body = text(s)
    if not body:
        return 0, False, 0
    code, multibyte, end = _char(body, 0, chr(mark))
    # An invalid byte counts as a rune.
    return code, multibyte, len(gostring(body[:end]))
