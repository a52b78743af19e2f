"""How Go values look in Python, and the classes of slices and of pointers that are not objects themselves.

| Go | Python |
|---|---|
| bool, integers, float64, complex128 | bool, int (always within the type's range), float, complex |
| float32, complex64 | float, complex, rounded |
| string | bytes |
| slice | Slice; a nil slice has NIL_ARRAY as its array |
| array | list; bytearray when the elements are bytes |
| struct | an instance of the class generated for its type (see rtypes); a pointer to it is the object itself |
| pointer to an array | the list (or bytearray) itself; an ArrayView when it is a part of a longer one |
| other pointers | Box, FieldRef, ElemRef: the attribute `v` reads and writes; nil is None |
| map | Map; the nil map is NIL_MAP (see maps) |
| func | a Python callable; nil is None |
| chan | Channel; nil is None |
| interface | None, or the tuple (rtype, value) |

Invariants: a Slice is never changed once made (its array is); `0 <= len <= cap` and `offset + cap <= physical length of
array`. FieldRefs and ElemRefs are made anew each time an address is taken, so two of them are equal, and hash
alike, when they stand for the same place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

NIL_ARRAY: Final[list[Any]] = []
"""The array of every nil slice, told by identity. Always empty."""


class Slice:
    """`array[offset : offset + len]`, with room up to `offset + cap`. The value of a Go slice; immutable."""

    __slots__ = ("array", "cap", "len", "offset")

    def __init__(self, array: Any, offset: int, len: int, cap: int) -> None:
        self.array = array
        self.offset = offset
        self.len = len
        self.cap = cap

    def __repr__(self) -> str:
        if self.array is NIL_ARRAY:
            return "Slice(nil)"
        return f"Slice({self.items()!r}, cap={self.cap})"

    def items(self) -> Any:
        """A copy of the elements: a list, or a bytearray for bytes."""
        return self.array[self.offset : self.offset + self.len]


NIL_SLICE: Final = Slice(NIL_ARRAY, 0, 0, 0)


class Box:
    """A variable of its own: what `&x` and `new(T)` point to when T is neither struct nor array."""

    __slots__ = ("v",)

    def __init__(self, v: Any) -> None:
        self.v = v

    def __repr__(self) -> str:
        return f"Box({self.v!r})"


class FieldRef:
    """The address of the field of a struct object. `name` is the Python attribute (see field_attr)."""

    __slots__ = ("name", "obj")

    def __init__(self, obj: Any, name: str) -> None:
        self.obj = obj
        self.name = name

    @property
    def v(self) -> Any:
        return getattr(self.obj, self.name)

    @v.setter
    def v(self, value: Any) -> None:
        setattr(self.obj, self.name, value)

    def __eq__(self, other: object) -> bool:
        return type(other) is FieldRef and self.obj is other.obj and self.name == other.name

    def __hash__(self) -> int:
        return hash((id(self.obj), self.name))


class ElemRef:
    """The address of `array[index]`, an element of an array or of a slice's array."""

    __slots__ = ("array", "index")

    def __init__(self, array: Any, index: int) -> None:
        self.array = array
        self.index = index

    @property
    def v(self) -> Any:
        return self.array[self.index]

    @v.setter
    def v(self, value: Any) -> None:
        self.array[self.index] = value

    def __eq__(self, other: object) -> bool:
        return type(other) is ElemRef and self.array is other.array and self.index == other.index

    def __hash__(self) -> int:
        return hash((id(self.array), self.index))


class ArrayView:
    """A pointer to an array that is only a part of a longer Python array: (*[n]T)(s) of a slice.

    Behaves like the list for what compiled code and natives do with arrays: index, len, slices, iteration.
    """

    __slots__ = ("array", "length", "offset")

    def __init__(self, array: Any, offset: int, length: int) -> None:
        self.array = array
        self.offset = offset
        self.length = length

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[Any]:
        return iter(self.array[self.offset : self.offset + self.length])

    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return self.array[self.offset : self.offset + self.length][index]
        return self.array[self.offset + index]

    def __setitem__(self, index: int | slice, value: Any) -> None:
        if isinstance(index, slice):  # only the whole is ever assigned
            self.array[self.offset : self.offset + self.length] = value
        else:
            self.array[self.offset + index] = value

    def __eq__(self, other: object) -> bool:
        return type(other) is ArrayView and self.array is other.array and self.offset == other.offset

    def __hash__(self) -> int:
        return hash((id(self.array), self.offset))


def same_pointer(x: Any, y: Any) -> bool:
    """Go's == for pointers, channels, functions and maps (the last two against nil only)."""
    if x is y:
        return True
    kind = type(x)
    return (kind is FieldRef or kind is ElemRef or kind is ArrayView) and bool(x == y)


@cache
def field_attr(name: str, index: int) -> str:
    """The Python attribute of field `name`, the `index`-th of its struct.

    No identifier of a Go program becomes a Python name as it is, and names that Python would take for the same (it
    normalises identifiers) stay apart.
    """
    if name == "_":
        return f"b_{index}"
    if name.isascii():
        return "f_" + name
    return "u_" + name.encode().hex()


def text(value: bytes) -> str:
    """A Go string as str; bytes that are no UTF-8 survive (`gostring` brings them back)."""
    return value.decode("utf-8", "surrogateescape")


def gostring(value: str) -> bytes:
    """The Go string of a str."""
    return value.encode("utf-8", "surrogateescape")


def slice_of(items: list[Any]) -> Slice:
    """A slice over a fresh array that holds exactly `items` (which must not be used any more)."""
    return Slice(items, 0, len(items), len(items))


def byte_slice(value: bytes) -> Slice:
    """A fresh []byte with the bytes of `value`."""
    return Slice(bytearray(value), 0, len(value), len(value))


def slice_bytes(s: Slice) -> bytes:
    """The bytes of a []byte."""
    return bytes(s.array[s.offset : s.offset + s.len])
