"""Sizes of types in memory as gc lays them out on amd64."""

from __future__ import annotations

from minigo.types.types import INVALID, Array, Basic, Interface, Slice, Struct, Type, TypeParam, unalias

MAX_SIZE = 1 << 50
"""Bytes that gc lets a type have at most."""

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


Known = dict[Type, tuple[int, int]]


def size_align(t: Type, known: Known | None = None) -> tuple[int, int]:
    """Size and alignment of `t` in bytes. `known` collects those of the types within it, each of which is looked at
    once."""
    if known is None:
        known = {}
    u = t.underlying()
    found = known.get(u)
    if found is None:
        found = known[u] = _size_align(u, known)
    return found


def _size_align(u: Type, known: Known) -> tuple[int, int]:
    match u:
        case Basic():
            size = _BASIC_SIZES.get(u.kind, 8)
            return size, {"string": 8, "complex128": 8, "complex64": 4}.get(u.kind, size)
        case Slice():
            return 24, 8
        case Interface():
            return 16, 8
        case Array():
            size, align = size_align(u.elem, known)
            return size * max(u.len, 0), align
        case Struct():
            return _struct_size(u, known)
        case _:
            return 8, 8


def _struct_size(t: Struct, known: Known) -> tuple[int, int]:
    offset, most = 0, 1
    size = 0
    for f in t.fields:
        size, align = size_align(f.type or INVALID, known)
        offset = -(-offset // align) * align + size
        most = max(most, align)
    if t.fields and size == 0 and offset > 0:
        offset += 1  # a pointer to a last field of size zero must not point past the struct
    return -(-offset // most) * most, most


def field_offset(t: Struct, index: int) -> int:
    """Where a field begins, in bytes from the struct's beginning."""
    begin = offset = 0
    for f in t.fields[: index + 1]:
        size, align = size_align(f.type or INVALID)
        begin = -(-offset // align) * align
        offset = begin + size
    return begin


def varies(t: Type) -> bool:
    """Whether the size depends on type parameters."""
    if isinstance(unalias(t), TypeParam):
        return True
    u = t.underlying()
    if isinstance(u, Array):
        return varies(u.elem)
    return isinstance(u, Struct) and any(varies(f.type or INVALID) for f in u.fields)
