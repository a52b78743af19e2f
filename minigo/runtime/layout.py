"""Sizes of types in memory as gc lays them out on amd64, and the allocator's size classes.

Nothing of minigo lies in memory like this; but how far `append` grows a slice depends on it.
"""

from __future__ import annotations

from bisect import bisect_left

from minigo.types.types import INVALID, Array, Basic, Chan, Interface, Pointer, Signature, Slice, Struct, Type
from minigo.types.types import Map as MapType

_BASIC_SIZES = {
    "bool": 1,
    "int8": 1,
    "uint8": 1,
    "int16": 2,
    "uint16": 2,
    "int32": 4,
    "uint32": 4,
    "float32": 4,
    "complex64": 8,
    "complex128": 16,
    "string": 16,
}

SIZE_CLASSES = (
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448,
    480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096,
    4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072,
    20480, 21760, 24576, 27264, 28672, 32768,
)  # fmt: skip
"""The sizes in bytes in which Go's allocator hands out small objects."""

_MALLOC_HEADER = 8
_MIN_SIZE_FOR_HEADER = 512
_PAGE = 8192


def size_align(t: Type) -> tuple[int, int]:
    """Size and alignment of `t` in bytes."""
    u = t.underlying()
    match u:
        case Basic():
            size = _BASIC_SIZES.get(u.kind, 8)
            return size, {"string": 8, "complex128": 8, "complex64": 4}.get(u.kind, size)
        case Slice():
            return 24, 8
        case Interface():
            return 16, 8
        case Array():
            size, align = size_align(u.elem)
            return size * max(u.len, 0), align
        case Struct():
            return _struct_size(u)
        case _:
            return 8, 8


def _struct_size(t: Struct) -> tuple[int, int]:
    offset, most = 0, 1
    size = 0
    for f in t.fields:
        size, align = size_align(f.type or INVALID)
        offset = -(-offset // align) * align + size
        most = max(most, align)
    if t.fields and size == 0 and offset > 0:
        offset += 1  # a pointer to a last field of size zero must not point past the struct
    return -(-offset // most) * most, most


def has_pointers(t: Type) -> bool:
    """Whether the garbage collector would have to look into a `t`."""
    u = t.underlying()
    match u:
        case Basic():
            return u.kind in ("string", "unsafe.Pointer")
        case Array():
            return u.len > 0 and has_pointers(u.elem)
        case Struct():
            return any(has_pointers(f.type or INVALID) for f in u.fields)
        case Slice() | Interface() | MapType() | Chan() | Pointer() | Signature():
            return True
        case _:
            return False


def round_up_size(size: int, pointers: bool) -> int:
    """The bytes that the allocator really hands out for a request of `size`."""
    request = size
    header = 0
    if size <= SIZE_CLASSES[-1] - _MALLOC_HEADER:
        if pointers and size > _MIN_SIZE_FOR_HEADER:
            header = _MALLOC_HEADER
        request += header
        return SIZE_CLASSES[bisect_left(SIZE_CLASSES, request)] - header
    return -(-request // _PAGE) * _PAGE


def grown_capacity(old: int, needed: int, size: int, pointers: bool) -> int:
    """The capacity that append gives a slice of capacity `old` that has to hold `needed` elements of `size` bytes.

    Doubles while the slice is small, then grows ever more like 1.25 times; rounded up to a size class.
    """
    if size == 0:
        return needed
    capacity = old
    if needed > 2 * old:
        capacity = needed
    elif old < 256:
        capacity = 2 * old
    else:
        while capacity < needed:
            capacity += (capacity + 3 * 256) >> 2
    return round_up_size(capacity * size, pointers) // size
