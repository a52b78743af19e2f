"""What is wrong with a malformed literal, in gc's words.

The checks return errors as pairs of an offset into the literal, in characters, and a message; none means that the
literal is fine after all.
"""

from __future__ import annotations

import re

LiteralError = tuple[int, str]

_BASES = {"x": "hexadecimal", "o": "octal", "b": "binary"}
_HEX_ESCAPES = {"x": 2, "u": 4, "U": 8}
_MISPLACED = {
    True: re.compile(r"(?<![0-9a-fA-FxX])_|_(?![0-9a-fA-F_])"),
    False: re.compile(r"(?<![0-9bBoO])_|_(?![0-9_])"),
}


def check_number(text: str) -> tuple[str, list[LiteralError]]:
    """The kind of the number `text`, INT, FLOAT or IMAG, and its first error."""
    prefix = text[1:2].lower() if text[:1] == "0" and text[1:2].lower() in ("x", "o", "b") else ""
    digits = "0-9a-fA-F" if prefix == "x" else "0-9"
    pattern = rf"(?P<whole>[{digits}_]*)(?P<point>\.[{digits}_]*)?(?P<exponent>[eEpP][+-]?[0-9_]*)?(?P<imaginary>i?)"
    match = re.compile(pattern).match(text, len("0x") if prefix else 0)
    assert match is not None
    is_float = match["point"] is not None or match["exponent"] is not None
    kind = "IMAG" if match["imaginary"] else "FLOAT" if is_float else "INT"
    error = _number_error(text, prefix, match, is_float)
    return kind, [] if error is None else [error]


def _number_error(text: str, prefix: str, match: re.Match[str], is_float: bool) -> LiteralError | None:
    whole, point, exponent = match["whole"], match["point"], match["exponent"]
    if point is not None and prefix in ("o", "b"):
        return match.start("point"), f"invalid radix point in {_BASES[prefix]} literal"
    if not (whole + (point or "")).strip("._"):
        return match.end("point" if point is not None else "whole"), f"{_BASES[prefix]} literal has no digits"
    if exponent is not None:
        letter = exponent[0]
        if letter in "eE" and prefix:
            return match.start("exponent"), f"'{letter}' exponent requires decimal mantissa"
        if letter in "pP" and prefix != "x":
            return match.start("exponent"), f"'{letter}' exponent requires hexadecimal mantissa"
        if not exponent[1:].strip("+-_"):
            return match.end("exponent"), "exponent has no digits"
    elif prefix == "x" and is_float:
        return match.end("point"), "hexadecimal mantissa requires a 'p' exponent"
    if not is_float and not match["imaginary"]:
        octal = prefix == "o" or (not prefix and whole[:1] == "0")
        allowed, base = ("01", "binary") if prefix == "b" else ("01234567", "octal")
        if prefix == "b" or octal:
            for i, c in enumerate(whole):
                if c != "_" and c not in allowed:
                    return match.start("whole") + i, f"invalid digit '{c}' in {base} literal"
    misplaced = _MISPLACED[prefix == "x"].search(text)
    if misplaced is not None:
        return misplaced.start(), "'_' must separate successive digits"
    return None


def check_quoted(text: str, at_eof: bool) -> list[LiteralError]:
    """The errors of a rune or string literal, in source order.

    `text` reaches to its closing quote, or else to the end of its line, or of the file if `at_eof`.
    """
    quote = text[0]
    what = "rune literal" if quote == "'" else "string"
    if quote == "`":
        return [(0, "string not terminated")]
    errors: list[LiteralError] = []
    characters = 0
    i = 1
    while i < len(text) and text[i] != quote:
        if text[i] == "\\":
            i, message = _check_escape(text, i + 1, quote, at_eof)
            if message is not None:
                errors.append((i, message))
        else:
            i += 1
        characters += 1
    if i >= len(text):
        # a rune literal that is wrong already is not blamed for its end, a string is
        if quote == '"' or not errors:
            errors.append((0, f"{what} not terminated") if at_eof else (i, f"newline in {what}"))
    elif quote == "'" and not errors:
        if characters == 0:
            errors.append((i, "empty rune literal or unescaped '"))
        elif characters > 1:
            errors.append((0, "more than one character in rune literal"))
    return errors


def _check_escape(text: str, i: int, quote: str, at_eof: bool) -> tuple[int, str | None]:
    """Check the escape whose character after the backslash is at `i`: where it ends or is wrong, and the error."""
    if i >= len(text):
        return i, None if at_eof else "unknown escape"
    c = text[i]
    if c == quote or c in "abfnrtv\\":
        return i + 1, None
    if c in "01234567":
        length, base, digits = 3, 8, "01234567"
    elif c in _HEX_ESCAPES:
        length, base, digits = _HEX_ESCAPES[c], 16, "0123456789abcdefABCDEF"
        i += 1
    else:
        return i, "unknown escape"
    kind = "octal" if base == 8 else "hexadecimal"
    start = i
    for i in range(start, start + length):
        if i >= len(text):
            return i, None if at_eof else f"invalid character '\\n' in {kind} escape"
        if text[i] not in digits:
            return i, f"invalid character {quoted_rune(text[i])} in {kind} escape"
    value = int(text[start : start + length], base)
    if base == 8 and value > 255:
        return start + length, f"octal escape value {value} > 255"
    if value > 0x10FFFF or 0xD800 <= value < 0xE000:
        return start + length, f"escape is invalid Unicode code point U+{value:04X}"
    return start + length, None


def quoted_rune(c: str) -> str:
    """`c` as a Go rune literal."""
    if c in "'\\":
        return f"'\\{c}'"
    if c.isprintable():
        return f"'{c}'"
    return f"'\\x{ord(c):02x}'" if c.isascii() else f"'\\u{ord(c):04x}'"
