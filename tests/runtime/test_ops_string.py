"""Strings, bytes and runes; invalid UTF-8 is decoded as real Go decodes it."""

from __future__ import annotations

from minigo.runtime.ops import row_function
from minigo.runtime.utf8 import decode_rune, encode_rune, valid
from minigo.runtime.values import slice_of

BAD = b"a\xff\xe2\x82b\xed\xa0\x80\xc3\xa9"


def test_runes_of_invalid_text() -> None:
    runes = row_function("convert.runes.string")(BAD).items()
    assert runes == [97, 65533, 65533, 65533, 98, 65533, 65533, 65533, 233]


def test_decoding_goes_on_after_one_bad_byte() -> None:
    s = BAD + b"\xf4\x90\x80\x80\xc0\x80"
    decode = row_function("string.decode")
    i, seen = 0, []
    while i < len(s):
        rune, width = decode(s, i)
        seen.append((i, rune))
        i += width
    bad = [1, 2, 3, 5, 6, 7, 10, 11, 12, 13, 14, 15]
    assert seen == sorted([(0, 97), (4, 98), (8, 233), *((i, 65533) for i in bad)])


def test_runes_to_string_replaces_what_is_no_rune() -> None:
    convert = row_function("convert.string.runes")
    assert convert(slice_of([65, -1, 0xD800, 0x110000, 0x10FFFF])) == b"A" + b"\xef\xbf\xbd" * 3 + b"\xf4\x8f\xbf\xbf"
    assert convert(slice_of([104, 233])) == b"h\xc3\xa9"


def test_integers_to_string() -> None:
    convert = row_function("convert.string.rune")
    assert convert(0x20AC) == b"\xe2\x82\xac"
    assert convert(0xDFFF) == convert(-5) == convert(1 << 40) == b"\xef\xbf\xbd"
    assert encode_rune(0) == b"\0"


def test_bytes_have_room_up_to_the_size_class() -> None:
    s = row_function("convert.bytes.string")(b"0123456789" * 4)
    assert (s.len, s.cap, bytes(s.items())) == (40, 48, b"0123456789" * 4)
    assert row_function("convert.string.bytes")(s) == b"0123456789" * 4
    empty = row_function("convert.bytes.string")(b"")
    assert (empty.len, empty.cap) == (0, 0)
    assert not row_function("eq.nilslice")(empty)


def test_comparison_is_by_bytes() -> None:
    assert row_function("lt.string")(b"Z", b"a")
    assert row_function("gt.string")(b"\xff", b"z")
    assert row_function("add.string")(b"a", b"b") == b"ab"


def test_truncated_sequences() -> None:
    assert decode_rune(b"\xe2\x82", 0) == (65533, 1)
    assert valid(b"\xc3\xa9")
    assert not valid(b"\xc3")
