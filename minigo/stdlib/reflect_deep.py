"""reflect.DeepEqual: equality all the way down.

Cycles end because two things that are being compared already count as equal, as in Go's reflect/deepequal.go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import native
from minigo.runtime.values import same_pointer
from minigo.stdlib.fmt_methods import is_nil

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType


@native("reflect.deepEqual")
def deep_equal(x: Any, y: Any) -> bool:
    return _interfaces(x, y, set())


Visited = set[tuple[int, int, int]]


def _interfaces(x: Any, y: Any, visited: Visited) -> bool:
    if x is None or y is None:
        return x is y
    return x[0] is y[0] and _values(x[0], x[1], y[1], visited)


def _values(t: RType, x: Any, y: Any, visited: Visited) -> bool:
    """Whether two values of type `t` are deeply equal."""
    match t.kind:
        case "struct":
            return all(_values(f.rtype, getattr(x, f.attr), getattr(y, f.attr), visited) for f in t.fields)
        case "interface":
            return _interfaces(x, y, visited)
        case "func":
            return x is None and y is None
        case "array":
            return _items(t.elem_type(), x, y, visited)
        case "slice" | "map" | "ptr":
            if is_nil(t, x) or is_nil(t, y):
                return is_nil(t, x) and is_nil(t, y)
            return _contents(t, x, y, visited)
        case _:
            return bool(t.equal(x, y))


def _contents(t: RType, x: Any, y: Any, visited: Visited) -> bool:
    """Whether what two slices, maps or pointers, none of them nil, refer to is deeply equal."""
    if t.kind == "slice":
        if x.len != y.len:
            return False
        if x.array is y.array and x.offset == y.offset:
            return True
        key = (id(x.array) + x.offset, id(y.array) + y.offset, id(t))
    elif same_pointer(x, y):
        return True
    else:
        key = (id(x), id(y), id(t))
    if key in visited:
        return True
    visited.add(key)
    elem = t.elem_type()
    if t.kind == "slice":
        return _items(elem, x.items(), y.items(), visited)
    if t.kind == "ptr":
        return _values(elem, x, y, visited) if elem.deep else _values(elem, x.v, y.v, visited)
    if len(x) != len(y):
        return False
    for map_key, value in x.items():
        other, found = y.get2(map_key, elem.zero)
        if not found or not _values(elem, value, other, visited):
            return False
    return True


def _items(elem: RType, x: Any, y: Any, visited: Visited) -> bool:
    if elem.kind == "uint8":
        return bytes(x) == bytes(y)
    return all(_values(elem, a, b, visited) for a, b in zip(x, y, strict=True))
