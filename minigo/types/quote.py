"""Strings in Go's quoted form (strconv.Quote)."""

from __future__ import annotations

from minigo.unidata import is_print

_ESCAPES = {7: "\\a", 8: "\\b", 12: "\\f", 10: "\\n", 13: "\\r", 9: "\\t", 11: "\\v", 92: "\\\\"}


def quote_char(code: int, mark: str) -> str:
    """One code point as it stands between quotation marks `mark`."""
    if code == ord(mark):
        return "\\" + mark
    if code in _ESCAPES:
        return _ESCAPES[code]
    if is_print(code):
        return chr(code)
    if code < 32 or code == 127:
        return f"\\x{code:02x}"
    if 0xD800 <= code <= 0xDFFF:
        return "\\ufffd"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def quote(value: bytes) -> str:
    """`value` in double quotes; bytes that are no UTF-8 are written `\\xNN`."""
    parts = []
    for char in value.decode("utf-8", "surrogateescape"):
        code = ord(char)
        if 0xDC80 <= code <= 0xDCFF:
            parts.append(f"\\x{code - 0xDC00:02x}")
        else:
            parts.append(quote_char(code, '"'))
    return '"' + "".join(parts) + '"'
