"""Natives of package strconv. Parsers return the value and a code that says what went wrong (see strconv.go)."""

from __future__ import annotations

import math
import re

from minigo.runtime.natives import native
from minigo.runtime.values import gostring, text
from minigo.stdlib import fmt_format as ff
from minigo.stdlib.floats import format_float, round32
from minigo.stdlib.strings_natives import is_graphic, is_print
from minigo.types.quote import quote, quote_char

OK, SYNTAX, RANGE, BASE, BIT_SIZE = range(5)

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PREFIXES = {"0b": 2, "0o": 8, "0x": 16}
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_HEX = re.compile(r"[+-]?0x([0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)p[+-]?\d+", re.IGNORECASE | re.ASCII)
_INFINITE = re.compile(r"([+-]?)(inf|infinity)", re.IGNORECASE)


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


@native("strconv.FormatFloat")
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


@native("strconv.unquote")
def unquote(s: bytes) -> tuple[bytes, bool]:
    """What a string, rune or raw string literal stands for, and whether it is one. `''` passes as empty."""
    body = text(s)
    mark = body[:1]
    if len(body) < 2 or body[-1] != mark or mark not in "\"'`":
        return b"", False
    body = body[1:-1]
    if mark == "`":
        return (b"", False) if "`" in body else (gostring(body.replace("\r", "")), True)
    out: list[bytes] = []
    at = 0
    while at < len(body):
        char = body[at]
        escape = _ESCAPE.match(body, at) if char == "\\" else None
        if escape is not None:
            unescaped = _unescape(escape, mark)
            if unescaped is None:
                return b"", False
            out.append(unescaped)
            at = escape.end()
        elif char in (mark, "\n", "\\"):
            return b"", False
        else:
            out.append(ff.encode_rune(ord(char)))
            at += 1
        if mark == "'" and len(out) > 1:
            return b"", False
    return b"".join(out), True


def _unescape(escape: re.Match[str], mark: str) -> bytes | None:
    if simple := escape["simple"]:
        # Only the literal's own quotation mark may be escaped.
        return None if simple in "\"'" and simple != mark else bytes((_SIMPLE[simple],))
    if escape["byte"] or escape["octal"]:
        code = int(escape["byte"], 16) if escape["byte"] else int(escape["octal"], 8)
        return bytes((code,)) if code < 256 else None
    code = int(escape["short"] or escape["long"], 16)
    return ff.encode_rune(code) if ff.valid_rune(code) == code else None
