"""UTF-8 as Go decodes and encodes it: each byte that belongs to no valid sequence stands for U+FFFD by itself."""

from __future__ import annotations

RUNE_ERROR = 0xFFFD
MAX_RUNE = 0x10FFFF
RUNE_ERROR_BYTES = b"\xef\xbf\xbd"


def decode_rune(s: bytes, i: int) -> tuple[int, int]:
    """The rune that begins at `s[i]` (which must exist) and its width in bytes; (U+FFFD, 1) for a bad one."""
    first = s[i]
    if first < 0x80:
        return first, 1
    if first < 0xC2 or first > 0xF4:
        return RUNE_ERROR, 1
    width = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
    try:
        return ord(s[i : i + width].decode("utf-8")), width
    except UnicodeDecodeError:
        return RUNE_ERROR, 1


def encode_rune(rune: int) -> bytes:
    """The bytes of a rune; those of U+FFFD when it is none (negative, too large, a surrogate)."""
    if 0 <= rune < 0x80:
        return bytes((rune,))
    if rune < 0 or rune > MAX_RUNE or 0xD800 <= rune < 0xE000:
        return RUNE_ERROR_BYTES
    return chr(rune).encode()


def runes(s: bytes) -> list[int]:
    """All runes of a string."""
    try:
        return [ord(c) for c in s.decode("utf-8")]
    except UnicodeDecodeError:
        pass
    out = []
    i = 0
    while i < len(s):
        rune, width = decode_rune(s, i)
        out.append(rune)
        i += width
    return out


def encode_runes(items: list[int]) -> bytes:
    """The string of a list of runes."""
    try:
        return "".join(map(chr, items)).encode("utf-8")
    except (ValueError, OverflowError):  # a surrogate, a negative number or one that is too large
        return b"".join(map(encode_rune, items))


def valid(s: bytes) -> bool:
    """Whether `s` is valid UTF-8."""
    try:
        s.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
