"""Slices share and grow as Go's do; messages and capacities are real Go's."""

from __future__ import annotations

from typing import Any

import pytest

from minigo.runtime.ops import row_function
from minigo.runtime.panics import FatalError
from minigo.runtime.rtypes import RType
from minigo.runtime.values import NIL_ARRAY, NIL_SLICE, ArrayView, Slice, byte_slice, slice_of
from minigo.types import types as t
from tests.runtime.world import ANY, BYTE, INT, STRING, panic_message, rtypes, struct

slice_slice = row_function("slice.slice")
slice_string = row_function("slice.string")
slice_array = row_function("slice.array")
append = row_function("append")
append_items = row_function("append.items")


def ints(*items: int) -> Slice:
    return slice_of(list(items))


def rtype(type: t.Type) -> RType:
    return rtypes(type)[0]


INT_T = rtype(INT)
POINT = struct(("X", INT), ("Y", INT))

GROWTH = [
    (INT, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560, 3408]),
    (BYTE, [8, 16, 32, 64, 128, 256, 512, 896, 1408, 2048, 3072]),
    (STRING, [1, 2, 4, 8, 16, 32, 71, 143, 303, 591, 1023, 1535, 2560, 3584]),
    (ANY, [1, 2, 4, 8, 16, 32, 71, 143, 303, 591, 1023, 1535, 2560, 3584]),
    (t.Slice(INT), [1, 2, 4, 8, 16, 37, 74, 170, 341, 682, 1135, 1706, 2389, 3413]),
    (struct(("a", INT), ("b", INT), ("c", INT)), [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 853, 1365, 2048, 3072]),
    (t.Array(3, STRING), [1, 2, 4, 8, 18, 37, 85, 170, 341, 682, 1194, 1706, 2389, 3242]),
]


@pytest.mark.parametrize(("elem", "capacities"), GROWTH, ids=lambda x: type(x).__name__)
def test_append_grows_to_size_classes(elem: t.Type, capacities: list[int]) -> None:
    e = rtype(elem)
    s, seen = NIL_SLICE, []
    for _ in range(3000):
        before = s.cap
        s = append_items(s, e.zero(), e)
        if s.cap != before:
            seen.append(s.cap)
        assert s.len <= s.cap == len(s.array)
    assert seen == capacities


@pytest.mark.parametrize(
    ("elem", "size", "capacity"),
    [(INT, 5, 6), (INT, 13, 14), (INT, 100, 112), (STRING, 300, 303), (BYTE, 1000, 1024), (BYTE, 5000, 5376)],
)
def test_append_of_many(elem: t.Type, size: int, capacity: int) -> None:
    e = rtype(elem)
    more = slice_of([e.zero()] * size) if elem is not BYTE else byte_slice(bytes(size))
    assert append(NIL_SLICE, more, e).cap == capacity


def test_append_within_the_capacity_shares_memory() -> None:
    base = row_function("make.slice")(1, 4, rtype(t.Slice(INT)))
    a = append_items(base, 1, INT_T)
    b = append_items(base, 2, INT_T)
    assert a.array is b.array
    assert a.items() == [0, 2]
    grown = append_items(a, 3, 4, 5, INT_T)
    assert grown.array is not a.array
    assert grown.items() == [0, 2, 3, 4, 5]


def test_append_nothing_keeps_nil() -> None:
    assert append(NIL_SLICE, NIL_SLICE, INT_T) is NIL_SLICE
    assert append_items(NIL_SLICE, INT_T) is NIL_SLICE


def test_append_of_structs_writes_into_their_places_and_copies_when_it_grows() -> None:
    e = rtype(POINT)
    s = append_items(NIL_SLICE, e.cls(1, 0), e)
    first = s.array[0]
    grown = append_items(s, e.cls(2, 0), e)
    grown.array[0].f_X = 7
    assert first.f_X == 1
    again = append_items(slice_slice(s, None, 0, None), e.cls(5, 0), e)
    assert first.f_X == 5
    assert again.array[0] is first


def test_append_copies_structs_of_another_slice() -> None:
    e = rtype(POINT)
    source = slice_of([e.cls(1, 2)])
    copy = append(NIL_SLICE, source, e)
    copy.array[0].f_X = 9
    assert source.array[0].f_X == 1


def test_append_strings_to_bytes() -> None:
    s = row_function("append.string")(NIL_SLICE, b"hello")
    assert (bytes(s.items()), s.cap) == (b"hello", 8)
    assert bytes(row_function("append.string")(s, b"!!").items()) == b"hello!!"
    assert row_function("append.string")(s, b"!!").array is s.array


S3 = ints(1, 2, 3)
LONG = Slice([1, 2, 3], 0, 1, 2)
ARRAY = [1, 2, 3]
BOUNDS: list[tuple[Any, Any, tuple[Any, ...], str]] = [
    (slice_slice, S3, (5, None, None), "[5:3]"),
    (slice_slice, S3, (None, 5, None), "[:5] with capacity 3"),
    (slice_slice, S3, (3, 0, None), "[3:0]"),
    (slice_slice, S3, (-1, None, None), "[-1:]"),
    (slice_slice, S3, (None, -1, None), "[:-1]"),
    (slice_slice, S3, (0, 1, 5), "[::5] with capacity 3"),
    (slice_slice, S3, (0, 3, 2), "[:3:2]"),
    (slice_slice, S3, (3, 2, 3), "[3:2:]"),
    (slice_slice, S3, (-1, 2, 3), "[-1::]"),
    (slice_slice, S3, (0, 1, -1), "[::-1]"),
    (slice_slice, S3, (0, -1, 1), "[:-1:]"),
    (slice_slice, LONG, (5, None, None), "[5:1]"),
    (slice_slice, LONG, (None, 3, None), "[:3] with capacity 2"),
    (slice_slice, LONG, (2, None, None), "[2:1]"),
    (slice_string, b"abc", (5, None, None), "[5:3]"),
    (slice_string, b"abc", (None, 5, None), "[:5] with length 3"),
    (slice_string, b"abc", (3, 0, None), "[3:0]"),
    (slice_string, b"abc", (-1, None, None), "[-1:]"),
    (slice_string, b"abc", (None, -1, None), "[:-1]"),
    (slice_array, ARRAY, (5, None, None), "[5:3]"),
    (slice_array, ARRAY, (None, 5, None), "[:5] with length 3"),
    (slice_array, ARRAY, (3, 0, None), "[3:0]"),
    (slice_array, ARRAY, (0, 1, 5), "[::5] with length 3"),
]


@pytest.mark.parametrize(("function", "x", "bounds", "text"), BOUNDS)
def test_bounds(function: Any, x: Any, bounds: tuple[Any, ...], text: str) -> None:
    assert panic_message(function, x, *bounds) == f"runtime error: slice bounds out of range {text}"


def test_slices_of_slices() -> None:
    s = ints(0, 1, 2, 3, 4)
    part = slice_slice(s, 1, 3, None)
    assert (part.items(), part.cap) == ([1, 2], 4)
    assert slice_slice(part, None, 4, None).items() == [1, 2, 3, 4]
    assert slice_slice(s, 1, 2, 3).cap == 2
    assert slice_slice(NIL_SLICE, 0, 0, None).array is NIL_ARRAY
    assert slice_string(b"hello", 1, 3, None) == b"el"
    assert panic_message(slice_array, None, None, None, None).endswith("nil pointer dereference")


def test_indexing() -> None:
    get, at, char = row_function("index.slice"), row_function("index.array"), row_function("index.string")
    assert get(slice_slice(S3, 1, None, None), 1) == 3
    assert at(ARRAY, 2) == 3
    assert char(b"abc", 1) == 98
    for function, x in ((get, S3), (at, ARRAY), (char, b"abc")):
        assert panic_message(function, x, 5) == "runtime error: index out of range [5] with length 3"
        assert panic_message(function, x, -1) == "runtime error: index out of range [-1]"
    assert panic_message(get, S3, 1 << 63) == "runtime error: index out of range [9223372036854775808] with length 3"


def test_make() -> None:
    make = row_function("make.slice")
    s = make(2, 3, rtype(t.Slice(STRING)))
    assert (s.items(), s.cap) == ([b"", b""], 3)
    assert make(2, None, rtype(t.Slice(BYTE))).items() == bytearray(2)
    ints_t = rtype(t.Slice(INT))
    assert panic_message(make, -1, None, ints_t) == "runtime error: makeslice: len out of range"
    assert panic_message(make, 2, -1, ints_t) == "runtime error: makeslice: cap out of range"
    assert panic_message(make, 5, 3, ints_t) == "runtime error: makeslice: cap out of range"
    assert panic_message(make, 1 << 62, None, ints_t) == "runtime error: makeslice: len out of range"
    with pytest.raises(FatalError, match="out of memory"):
        make(1 << 40, None, ints_t)


def test_made_structs_are_distinct() -> None:
    s = row_function("make.slice")(2, 2, rtype(t.Slice(POINT)))
    s.array[0].f_X = 1
    assert s.array[1].f_X == 0


def test_copy_overlapping_and_short() -> None:
    copy = row_function("copyslice")
    s = ints(1, 2, 3, 4)
    assert copy(slice_slice(s, 1, None, None), s, INT_T) == 3
    assert s.items() == [1, 1, 2, 3]
    assert copy(NIL_SLICE, s, INT_T) == 0
    b = byte_slice(b"....")
    assert row_function("copyslice.string")(b, b"abcdef") == 4
    assert bytes(b.items()) == b"abcd"


def test_copy_of_structs_keeps_pointers_valid() -> None:
    e = rtype(POINT)
    dst, src = slice_of([e.cls(0, 0)]), slice_of([e.cls(1, 2)])
    pointer = dst.array[0]
    row_function("copyslice")(dst, src, e)
    assert (pointer.f_X, pointer is dst.array[0], src.array[0] is pointer) == (1, True, False)
    row_function("clear.slice")(dst, e)
    assert pointer.f_X == 0


def test_clear() -> None:
    s = ints(1, 2, 3)
    row_function("clear.slice")(slice_slice(s, 1, None, None), INT_T)
    assert s.items() == [1, 0, 0]


def test_slice_to_array() -> None:
    convert, share = row_function("convert.array.slice"), row_function("convert.arrayptr.slice")
    two, three, zero = rtype(t.Array(2, INT)), rtype(t.Pointer(t.Array(3, INT))), rtype(t.Pointer(t.Array(0, INT)))
    s = ints(1, 2, 3)
    copy = convert(s, two)
    copy[0] = 9
    assert s.items() == [1, 2, 3]
    assert share(s, three) is s.array
    assert share(NIL_SLICE, zero) is None
    assert len(share(s, zero)) == 0
    text = "runtime error: cannot convert slice with length 3 to array or pointer to array with length 4"
    assert panic_message(convert, s, rtype(t.Array(4, INT))) == text


def test_a_pointer_to_a_part_shares_it() -> None:
    s = ints(1, 2, 3, 4)
    view = row_function("convert.arrayptr.slice")(slice_slice(s, 1, None, None), rtype(t.Pointer(t.Array(2, INT))))
    assert isinstance(view, ArrayView)
    view[0] = 7
    assert s.items() == [1, 7, 3, 4]
    assert slice_array(view, 1, None, None).items() == [3]
    row_function("addr.elem.array")(view, 1).v = 8
    assert s.items() == [1, 7, 8, 4]
    assert row_function("copy.array")(view, rtype(t.Array(2, INT))) == [7, 8]


def test_element_pointers_are_places() -> None:
    ref = row_function("addr.elem.slice")
    s = ints(1, 2, 3)
    p, q = ref(s, 1), ref(slice_slice(s, 1, None, None), 0)
    p.v = 5
    assert q.v == 5
    assert row_function("eq.ref")(p, q)
    assert not row_function("ne.ref")(p, q)
    assert not row_function("eq.ref")(p, ref(s, 0))
    assert panic_message(ref, s, 3) == "runtime error: index out of range [3] with length 3"


def test_sparse_literals() -> None:
    sparse = row_function("lit.sparse")
    assert sparse(7, 8, "array", rtype(t.Array(5, INT)), 5, (3, 1)) == [0, 8, 0, 7, 0]
    assert sparse(65, "slice", rtype(t.Slice(BYTE)), 3, (1,)).items() == bytearray(b"\0A\0")
