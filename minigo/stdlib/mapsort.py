"""Map entries in the order fmt prints them: by key, numbers and strings ascending, false before true.

Structs and arrays compare by their parts in order, interfaces first by dynamic type and then by value, pointers and
channels by address (here: in order of insertion, which is stable and needs none); NaN is less than any number.
"""

from __future__ import annotations

import math
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minigo.runtime.maps import Map
    from minigo.runtime.rtypes import RType

_ORDERED = {
    *("int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr"),
    *("string", "bool"),
}


def sorted_items(key_type: RType, m: Map) -> list[tuple[Any, Any]]:
    """The entries of `m` as (key, value), sorted."""
    items: list[tuple[Any, Any]] = list(m.items())
    if key_type.kind in _ORDERED:
        items.sort(key=lambda item: item[0])
    else:

        def by_key(a: tuple[Any, Any], b: tuple[Any, Any]) -> int:
            return compare(key_type, a[0], b[0])

        items.sort(key=cmp_to_key(by_key))
    return items


def compare(rtype: RType, a: Any, b: Any) -> int:
    """-1, 0 or 1; 0 also for what has no order."""
    kind = rtype.kind
    if kind in _ORDERED:
        return int(a > b) - int(a < b)
    if kind in ("float32", "float64"):
        return _compare_floats(a, b)
    if kind in ("complex64", "complex128"):
        return _compare_floats(a.real, b.real) or _compare_floats(a.imag, b.imag)
    if kind == "struct":
        for field in rtype.fields:
            order = compare(field.rtype, getattr(a, field.attr), getattr(b, field.attr))
            if order:
                return order
        return 0
    if kind == "array":
        assert rtype.elem is not None
        for x, y in zip(a, b, strict=True):
            order = compare(rtype.elem, x, y)
            if order:
                return order
        return 0
    if kind == "interface":
        if a is None or b is None:
            return (a is not None) - (b is not None)
        if a[0] is not b[0]:
            return int(a[0].string > b[0].string) - int(a[0].string < b[0].string)
        return compare(a[0], a[1], b[1])
    return 0


def _compare_floats(a: float, b: float) -> int:
    if math.isnan(a) or math.isnan(b):
        return math.isnan(b) - math.isnan(a)
    return (a > b) - (a < b)
