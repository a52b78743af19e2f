"""Conversions from unsafe.Pointer: its value is the pointer that was converted, which must be of a type that fits.

gc would read the memory as what it is asked to; here there is only the value that is there, so what would read another
type's memory panics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.maps import Map
from minigo.runtime.optable import Rows
from minigo.runtime.panics import plain_error
from minigo.runtime.values import ArrayView, Box, ElemRef, FieldRef, Slice

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType

_PLAIN = (bool, int, float, complex, bytes, tuple, Slice, Map)
_CLASSES: dict[str, type] = {
    **dict.fromkeys(("int", "int8", "int16", "int32", "int64"), int),
    **dict.fromkeys(("uint", "uint8", "uint16", "uint32", "uint64", "uintptr"), int),
    **dict.fromkeys(("float32", "float64"), float),
    **dict.fromkeys(("complex64", "complex128"), complex),
    "bool": bool,
    "string": bytes,
    "slice": Slice,
}


def unsafe_pointer(x: Any, rtype: RType) -> Any:
    """`x`, the value of an unsafe.Pointer, as a pointer of type `rtype`. Panics when it points to something else."""
    if x is not None and not _fits(x, rtype.elem_type()):
        raise plain_error(f"minigo: unsafe.Pointer converted to {rtype.string} does not point to such a value")
    return x


def _fits(x: Any, elem: RType) -> bool:
    if elem.kind == "struct":
        return getattr(type(x), "__slots__", None) == elem.cls.__slots__ and hasattr(x, "_copy")
    if elem.kind == "array":
        return isinstance(x, list | bytearray | ArrayView) and len(x) == elem.length
    if not isinstance(x, Box | FieldRef | ElemRef):
        return False
    value = x.v
    if elem.kind in _CLASSES:
        return type(value) is _CLASSES[elem.kind]
    if elem.kind == "interface":
        return value is None or type(value) is tuple
    if elem.kind == "map":
        return isinstance(value, Map)
    # Pointers, channels and functions look alike.
    return not isinstance(value, _PLAIN)


def unsafe_rows() -> Rows:
    rows = Rows()
    rows.row("unsafe.pointer", "x", "unsafe_pointer(x, type)", attrs="type")
    return rows


HELPERS: dict[str, object] = {"unsafe_pointer": unsafe_pointer}
