"""Operations on slices and arrays: indexing, slicing, append, copy, make, clear, and conversions to arrays.

Invariants: the Python array of a slice is as long as Go's memory, so whatever the capacity allows to see is there;
elements of struct and array types are objects that belong to their place: writing copies into them, moving to new
memory copies them. Values that are handed in as elements (append.items) are fresh.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.layout import grown_capacity
from minigo.runtime.ops_string import panic_index
from minigo.runtime.optable import Rows
from minigo.runtime.panics import FatalError, bounds_error, nil_dereference, runtime_error
from minigo.runtime.values import NIL_ARRAY, ArrayView, ElemRef, Slice

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType

MAX_ALLOCATION = 1 << 31
"""Bytes that one make or append may ask of the host; beyond it the program is out of memory."""

_MAX_ALLOC_GO = 1 << 48

create = object.__new__
"""Quicker than calling a class that has an __init__ in Python."""


def _bad_bounds(text: str) -> Any:
    raise bounds_error(f"slice bounds out of range {text}")


# ---------------------------------------------------------------- slicing


def slice_slice(s: Slice, low: int | None, high: int | None, max: int | None) -> Slice:
    """s[low:high:max]; absent bounds are None."""
    capacity = s.cap
    if max is None:
        if high is None:
            high = s.len
        elif not 0 <= high <= capacity:
            _bad_bounds(f"[:{high}]" if high < 0 else f"[:{high}] with capacity {capacity}")
        if low is None:
            return Slice(s.array, s.offset, high, capacity)
        if not 0 <= low <= high:
            _bad_bounds(f"[{low}:{'' if low < 0 else high}]")
        return Slice(s.array, s.offset + low, high - low, capacity - low)
    low, high = _three_bounds(low, high, max, capacity, "capacity")
    return Slice(s.array, s.offset + low, high - low, max - low)


def slice_array(x: Any, low: int | None, high: int | None, max: int | None) -> Slice:
    """x[low:high:max] of an array or a pointer to one; absent bounds are None."""
    if x is None:
        raise nil_dereference()
    n = len(x)
    if max is None:
        max = n
        if high is None:
            high = n
        elif not 0 <= high <= n:
            _bad_bounds(f"[:{high}]" if high < 0 else f"[:{high}] with length {n}")
        low = low or 0
        if not 0 <= low <= high:
            _bad_bounds(f"[{low}:{'' if low < 0 else high}]")
    else:
        low, high = _three_bounds(low, high, max, n, "length")
    if type(x) is ArrayView:
        return Slice(x.array, x.offset + low, high - low, max - low)
    return Slice(x, low, high - low, max - low)


def _three_bounds(low: int | None, high: int | None, max: int, limit: int, what: str) -> tuple[int, int]:
    low = low or 0
    assert high is not None
    if not 0 <= max <= limit:
        _bad_bounds(f"[::{max}]" if max < 0 else f"[::{max}] with {what} {limit}")
    if not 0 <= high <= max:
        _bad_bounds(f"[:{high}:{'' if high < 0 else max}]")
    if not 0 <= low <= high:
        _bad_bounds(f"[{low}:{':' if low < 0 else f'{high}:'}]")
    return low, high


# ---------------------------------------------------------------- append, copy


def append(s: Slice, t: Slice, elem: RType) -> Slice:
    """append(s, t...)."""
    if t.len == 0:
        return s
    items = t.array[t.offset : t.offset + t.len]
    if elem.deep:
        copy = elem.copy
        items = [copy(item) for item in items]
    return _append(s, items, elem)


def append_item(s: Slice, item: Any, elem: RType) -> Slice:
    """append(s, item)."""
    n = s.len
    if n == s.cap:
        return _grow(s, [item], elem)
    if elem.deep:
        elem.assign(s.array[s.offset + n], item)
    else:
        s.array[s.offset + n] = item
    return Slice(s.array, s.offset, n + 1, s.cap)


def append_shallow(s: Slice, item: Any, elem: RType) -> Slice:
    """append(s, item) of elements that are not deep."""
    n = s.len
    capacity = s.cap
    if n == capacity:
        return _grow(s, [item], elem)
    array = s.array
    offset = s.offset
    array[offset + n] = item
    new = create(Slice)
    new.array = array
    new.offset = offset
    new.len = n + 1
    new.cap = capacity
    return new


def append_items(s: Slice, elem: RType, *items: Any) -> Slice:
    """append(s, items...)."""
    return _append(s, items, elem) if items else s


def append_string(s: Slice, t: bytes) -> Slice:
    """append(s, t...) of bytes and a string."""
    if not t:
        return s
    length = s.len
    n = length + len(t)
    capacity = s.cap
    if n > capacity:
        return _grow_bytes(s, t)
    array = s.array
    offset = s.offset
    array[offset + length : offset + n] = t
    new = create(Slice)
    new.array = array
    new.offset = offset
    new.len = n
    new.cap = capacity
    return new


def _append(s: Slice, items: Any, elem: RType) -> Slice:
    n = s.len + len(items)
    if n > s.cap:
        return _grow(s, items, elem)
    start = s.offset + s.len
    if elem.deep:
        assign, array = elem.assign, s.array
        for i, item in enumerate(items, start):
            assign(array[i], item)
    else:
        s.array[start : s.offset + n] = items
    return Slice(s.array, s.offset, n, s.cap)


def _grow(s: Slice, items: Any, elem: RType) -> Slice:
    """`s` and `items` in new memory, with the room that Go's append leaves."""
    if elem.kind == "uint8":
        return _grow_bytes(s, items)
    n = s.len + len(items)
    capacity = grown_capacity(s.cap, n, elem.size, elem.has_pointers)
    _check_memory(capacity, 8)
    array: list[Any] = s.array[s.offset : s.offset + s.len]
    if elem.deep:
        copy, zero = elem.copy, elem.zero
        array = [copy(item) for item in array]
        array.extend(items)
        array.extend([zero() for _ in range(capacity - n)])
    else:
        array.extend(items)
        array.extend([elem.zero_value] * (capacity - n))
    return Slice(array, 0, n, capacity)


def _grow_bytes(s: Slice, items: Any) -> Slice:
    n = s.len + len(items)
    capacity = grown_capacity(s.cap, n, 1, False)
    _check_memory(capacity, 1)
    array = bytearray(s.array[s.offset : s.offset + s.len])
    array.extend(items)
    array.extend(bytes(capacity - n))
    return Slice(array, 0, n, capacity)


def copy_slice(dst: Slice, src: Slice, elem: RType) -> int:
    """copy(dst, src): how many were copied. The two may overlap."""
    n = min(dst.len, src.len)
    items = src.array[src.offset : src.offset + n]
    if elem.deep:
        items = [elem.copy(item) for item in items]
        for i, item in enumerate(items, dst.offset):
            elem.assign(dst.array[i], item)
    elif n:
        dst.array[dst.offset : dst.offset + n] = items
    return n


def copy_string(dst: Slice, src: bytes) -> int:
    """copy(dst, src) of bytes and a string."""
    n = min(dst.len, len(src))
    if n:
        dst.array[dst.offset : dst.offset + n] = src[:n]
    return n


def clear_slice(s: Slice, elem: RType) -> None:
    """clear(s)."""
    if elem.deep:
        for i in range(s.offset, s.offset + s.len):
            elem.assign(s.array[i], elem.zero())
    elif s.len:
        zeros = bytes(s.len) if elem.kind == "uint8" else [elem.zero_value] * s.len
        s.array[s.offset : s.offset + s.len] = zeros


# ---------------------------------------------------------------- make, convert


def make_slice(n: int, capacity: int | None, rtype: RType) -> Slice:
    """make([]T, n, capacity); `rtype` is the slice type. Panics when they are out of range."""
    elem = rtype.elem_type()
    limit = _MAX_ALLOC_GO // max(elem.size, 1)
    if capacity is None:
        capacity = n
    if not 0 <= n <= limit:
        raise runtime_error("makeslice: len out of range")
    if not n <= capacity <= limit:
        raise runtime_error("makeslice: cap out of range")
    return Slice(zero_array(elem, capacity), 0, n, capacity)


def zero_array(elem: RType, n: int) -> Any:
    """A fresh Python array of `n` zero elements."""
    if elem.kind == "uint8":
        _check_memory(n, 1)
        return bytearray(n)
    _check_memory(n, 8)
    if elem.deep and elem.size:
        zero = elem.zero
        return [zero() for _ in range(n)]
    return [elem.zero() if elem.deep else elem.zero_value] * n


def check_length(n: int) -> None:
    """Refuse `n` bytes that a library function is about to make as make([]byte, n) refuses them."""
    if n > _MAX_ALLOC_GO:
        raise runtime_error("makeslice: len out of range")
    _check_memory(n, 1)


def _check_memory(n: int, size: int) -> None:
    if n * size > MAX_ALLOCATION:
        raise FatalError("runtime: out of memory", f"runtime: out of memory: cannot allocate {n * size}-byte block\n")


def sparse_literal(kind: str, rtype: RType, n: int, indices: tuple[int, ...], *values: Any) -> Any:
    """An array or slice literal of length `n` that gives few of its elements, or gives them out of order."""
    elem = rtype.elem_type()
    array = zero_array(elem, n)
    for i, value in zip(indices, values, strict=True):
        array[i] = value
    return Slice(array, 0, n, n) if kind == "slice" else array


def _array_type(rtype: RType) -> RType:
    return rtype.elem_type() if rtype.kind == "ptr" else rtype


def _check_length(s: Slice, n: int) -> None:
    if s.len < n:
        raise bounds_error(f"cannot convert slice with length {s.len} to array or pointer to array with length {n}")


def slice_to_array(s: Slice, rtype: RType) -> Any:
    """[N]T(s)."""
    _check_length(s, rtype.length)
    items = s.array[s.offset : s.offset + rtype.length]
    if s.array is NIL_ARRAY:
        return rtype.zero()
    return rtype.copy(items)


def slice_to_array_pointer(s: Slice, rtype: RType) -> Any:
    """(*[N]T)(s): shares the memory of `s`. nil for a nil slice."""
    array_type = _array_type(rtype)
    n = array_type.length
    _check_length(s, n)
    if s.array is NIL_ARRAY:
        return None
    if s.offset == 0 and len(s.array) == n:
        return s.array
    return ArrayView(s.array, s.offset, n)


def slice_elem_ref(s: Slice, i: int) -> ElemRef:
    """&s[i]."""
    if not 0 <= i < s.len:
        panic_index(i, s.len)
    return ElemRef(s.array, s.offset + i)


def array_elem_ref(x: Any, i: int) -> ElemRef:
    """&x[i] of an array or a pointer to one."""
    if x is None:
        raise nil_dereference()
    if not 0 <= i < len(x):
        panic_index(i, len(x))
    if type(x) is ArrayView:
        return ElemRef(x.array, x.offset + i)
    return ElemRef(x, i)


def slice_rows() -> Rows:
    rows = Rows()
    rows.row("index.slice", "x i", "(x.array[x.offset + i] if x.len > i >= 0 else panic_index(i, x.len))")
    rows.row("index.array", "x i", "(x[i] if len(x) > i >= 0 else panic_index(i, len(x)))")
    rows.row("len.slice", "x", "x.len", pure=True)
    rows.row("cap.slice", "x", "x.cap", pure=True)
    rows.row("slice.slice", "x low high max", "slice_slice(x, low, high, max)")
    rows.row("slice.array", "x low high max", "slice_array(x, low, high, max)")
    rows.row("addr.elem.slice", "x i", "slice_elem_ref(x, i)")
    rows.row("addr.elem.array", "x i", "array_elem_ref(x, i)")
    rows.row("append", "s t", "append(s, t, elem)", attrs="elem")
    rows.row("append.item", "s item", "append_item(s, item, elem)", attrs="elem")
    rows.row("append.shallow", "s item", "append_shallow(s, item, elem)", attrs="elem")
    rows.row("append.items", "s *items", "append_items(s, elem, *items)", attrs="elem")
    rows.row("append.string", "s t", "append_string(s, t)")
    rows.row("copyslice", "dst src", "copy_slice(dst, src, elem)", attrs="elem")
    rows.row("copyslice.string", "dst src", "copy_string(dst, src)")
    rows.row("clear.slice", "s", "clear_slice(s, elem)", attrs="elem")
    rows.row("make.slice", "n cap", "make_slice(n, cap, type)", attrs="type")
    rows.row(
        "lit.sparse", "*values", "sparse_literal(kind, type, size, indices, *values)", attrs="kind type size indices"
    )
    rows.row("convert.array.slice", "s", "slice_to_array(s, type)", attrs="type")
    rows.row("convert.arrayptr.slice", "s", "slice_to_array_pointer(s, type)", attrs="type")
    return rows


HELPERS: dict[str, object] = {
    "append": append,
    "append_item": append_item,
    "append_items": append_items,
    "append_shallow": append_shallow,
    "append_string": append_string,
    "array_elem_ref": array_elem_ref,
    "clear_slice": clear_slice,
    "copy_slice": copy_slice,
    "copy_string": copy_string,
    "make_slice": make_slice,
    "slice_array": slice_array,
    "slice_elem_ref": slice_elem_ref,
    "slice_slice": slice_slice,
    "slice_to_array": slice_to_array,
    "slice_to_array_pointer": slice_to_array_pointer,
    "sparse_literal": sparse_literal,
}
