"""Natives of encoding/binary: values of fixed size as bytes and back, which needs their dynamic types."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from minigo.record import record
from minigo.runtime.natives import linked, native
from minigo.runtime.rtypes import RType
from minigo.runtime.values import Slice, byte_slice, slice_bytes
from minigo.source import InternalError

if TYPE_CHECKING:
    from minigo.runtime.run import Run

_FORMATS = {
    "bool": "?",
    "int8": "b",
    "int16": "h",
    "int32": "i",
    "int64": "q",
    "uint8": "B",
    "uint16": "H",
    "uint32": "I",
    "uint64": "Q",
    "float32": "f",
    "float64": "d",
    "complex64": "ff",
    "complex128": "dd",
}
"""By kind, in the letters of Python's struct: one or two numbers."""

_SETTERS = {"bool": "SetBool", "f": "SetFloat", "c": "SetComplex", "i": "SetInt", "u": "SetUint"}


@record(slots=True, frozen=True)
class _Place:
    """A number inside a value: its kind, what it is now, and what sets it; `name` is that of the innermost field that
    it is in, if that is not exported."""

    kind: str
    value: Any
    assign: Callable[[Any], None]
    name: str


def _format(rtype: RType) -> str | None:
    """The format of a type of fixed size, None for others."""
    if rtype.kind == "array":
        element = _format(rtype.elem_type())
        return None if element is None else element * rtype.length
    if rtype.kind == "struct":
        parts = [_format(f.rtype) for f in rtype.fields]
        return None if None in parts else "".join(part for part in parts if part is not None)
    return _FORMATS.get(rtype.kind)


def _data_format(data: Any) -> str | None:
    if data is None:
        return None
    rtype, value = data
    if rtype.kind == "slice":
        element = _format(rtype.elem_type())
        return None if element is None else element * value.len
    if rtype.kind == "ptr":
        return None if value is None else _pointed_format(rtype.elem_type(), value)
    return _format(rtype)


def _pointed_format(rtype: RType, pointer: Any) -> str | None:
    return _data_format((rtype, pointer.v)) if rtype.kind == "slice" else _format(rtype)


@native("encoding/binary.Size")
def size(data: Any) -> int:
    layout = _data_format(data)
    return -1 if layout is None else struct.calcsize("<" + layout)


def _places(data: Any) -> Iterator[_Place]:
    """Where the numbers of a value of fixed size are: of what a pointer points to, of the elements of a slice."""
    rtype, value = data
    if rtype.kind == "ptr":
        rtype = rtype.elem_type()
        if not rtype.deep:
            pointer = value
            if rtype.kind != "slice":
                yield _Place(rtype.kind, pointer.v, lambda x: setattr(pointer, "v", x), "")
                return
            value = pointer.v
    if rtype.kind == "slice":
        yield from _items(rtype.elem_type(), value.array, range(value.offset, value.offset + value.len), "")
    else:
        yield from _inside(rtype, value, _no_variable, "")


def _no_variable(x: Any) -> None:
    raise InternalError("a value that is no variable was set")


def _inside(rtype: RType, value: Any, assign: Callable[[Any], None], name: str) -> Iterator[_Place]:
    if rtype.kind == "array":
        yield from _items(rtype.elem_type(), value, range(rtype.length), name)
    elif rtype.kind == "struct":
        for f in rtype.fields:
            inner = f.name if f.pkg_path else name
            yield from _inside(f.rtype, getattr(value, f.attr), partial(setattr, value, f.attr), inner)
    else:
        yield _Place(rtype.kind, value, assign, name)


def _items(elem: RType, array: Any, indices: range, name: str) -> Iterator[_Place]:
    for i in indices:
        yield from _inside(elem, array[i], partial(array.__setitem__, i), name)


@native("encoding/binary.encode")
def encode(data: Any, big: bool) -> Slice:
    numbers: list[Any] = []
    for place in _places(data):
        value = 0 if place.name == "_" else place.value
        numbers += [value.real, value.imag] if place.kind.startswith("complex") else [value]
    return byte_slice(struct.pack((">" if big else "<") + (_data_format(data) or ""), *numbers))


@linked("encoding/binary.decode")
def decode(run: Run) -> Callable[[Any, bool, Slice], bool]:
    def decode(data: Any, big: bool, buf: Slice) -> bool:
        if data[0].kind not in ("ptr", "slice"):
            return False
        if buf.len == 0:
            return True
        numbers = iter(struct.unpack((">" if big else "<") + (_data_format(data) or ""), slice_bytes(buf)))
        for place in _places(data):
            number = next(numbers)
            if place.kind.startswith("complex"):
                number = complex(number, next(numbers))
            if place.name == "_":
                continue
            if place.name:
                setter = _SETTERS.get(place.kind) or _SETTERS[place.kind[0]]
                raise run.string_panic(f"reflect: reflect.Value.{setter} using value obtained using unexported field")
            place.assign(number)
        return True

    return decode
