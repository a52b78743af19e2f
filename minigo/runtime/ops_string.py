"""Operations on strings, and conversions between strings, bytes and runes."""

from __future__ import annotations

from typing import Any

from minigo.runtime.layout import round_up_size
from minigo.runtime.ops_int import COMPARISONS
from minigo.runtime.optable import Rows
from minigo.runtime.panics import bounds_error
from minigo.runtime.utf8 import decode_rune, encode_rune, encode_runes, runes
from minigo.runtime.values import Slice

_RUNE_SIZE = 4


def slice_string(s: bytes, low: int | None, high: int | None, max: None = None) -> bytes:
    """s[low:high]; strings have no third bound."""
    if high is None:
        high = len(s)
    elif not 0 <= high <= len(s):
        tail = f"[:{high}]" if high < 0 else f"[:{high}] with length {len(s)}"
        raise bounds_error(f"slice bounds out of range {tail}")
    if low is None:
        return s[:high]
    if not 0 <= low <= high:
        raise bounds_error(f"slice bounds out of range [{low}:{'' if low < 0 else high}]")
    return s[low:high]


def string_to_bytes(s: bytes) -> Slice:
    """[]byte(s), with room up to the next size class."""
    n = len(s)
    capacity = round_up_size(n, False) if n else 0
    return Slice(bytearray(s.ljust(capacity, b"\0")), 0, n, capacity)


def bytes_to_string(s: Slice) -> bytes:
    """string(s) of a []byte."""
    return bytes(s.array[s.offset : s.offset + s.len])


def string_to_runes(s: bytes) -> Slice:
    """[]rune(s), with room up to the next size class."""
    items = runes(s)
    n = len(items)
    capacity = round_up_size(n * _RUNE_SIZE, False) // _RUNE_SIZE if n else 0
    items.extend([0] * (capacity - n))
    return Slice(items, 0, n, capacity)


def runes_to_string(s: Slice) -> bytes:
    """string(s) of a []rune."""
    items: list[int] = s.array[s.offset : s.offset + s.len]
    return encode_runes(items)


def panic_index(i: int, n: int) -> Any:
    """Panics: `i` is no index of something of length `n`."""
    raise bounds_error(f"index out of range [{i}]" + (f" with length {n}" if i >= 0 else ""))


def string_rows() -> Rows:
    rows = Rows()
    rows.row("add.string", "x y", "(x + y)", pure=True)
    for name, symbol in COMPARISONS.items():
        rows.row(f"{name}.string", "x y", f"(x {symbol} y)", pure=True)
    rows.row("min.string", "x y", "(x if x <= y else y)", pure=True)
    rows.row("max.string", "x y", "(x if x >= y else y)", pure=True)
    rows.row("len.string", "x", "len(x)", pure=True)
    rows.row("index.string", "x i", "(x[i] if len(x) > i >= 0 else panic_index(i, len(x)))")
    rows.row("slice.string", "x low high max", "slice_string(x, low, high, max)")
    rows.row("string.decode", "s i", "((b, 1) if (b := s[i]) < 128 else decode_rune(s, i))", pure=True, temps="b")
    rows.row("convert.string.string", "x", "x", pure=True)
    rows.row("convert.string.rune", "x", "encode_rune(x)", pure=True)
    rows.row("convert.string.bytes", "x", "bytes_to_string(x)")
    rows.row("convert.bytes.string", "x", "string_to_bytes(x)")
    rows.row("convert.string.runes", "x", "runes_to_string(x)")
    rows.row("convert.runes.string", "x", "string_to_runes(x)")
    return rows


HELPERS: dict[str, object] = {
    "bytes_to_string": bytes_to_string,
    "decode_rune": decode_rune,
    "encode_rune": encode_rune,
    "len": len,
    "panic_index": panic_index,
    "runes_to_string": runes_to_string,
    "slice_string": slice_string,
    "string_to_bytes": string_to_bytes,
    "string_to_runes": string_to_runes,
}
