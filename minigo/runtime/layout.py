"""The size classes of Go's allocator, on which it depends how far `append` grows a slice.

Nothing of minigo lies in memory like this.
"""

from __future__ import annotations

from bisect import bisect_left

from minigo.types.types import INVALID, Array, Basic, Chan, Interface, Pointer, Signature, Slice, Struct, Type
from minigo.types.types import Map as MapType

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
