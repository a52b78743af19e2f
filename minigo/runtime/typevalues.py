"""Zero values, copies, equality and map keys of Go values, by type.

Equality and keys are exact: NaN is unequal to itself wherever it sits, 0.0 equals -0.0, interface values are equal
when their dynamic types are identical and their values equal.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import eq, is_
from typing import TYPE_CHECKING, Any

from minigo.runtime.maps import NIL_MAP
from minigo.runtime.panics import runtime_error
from minigo.runtime.values import NIL_SLICE, same_pointer

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType

_FLOATS = ("float32", "float64")
_COMPLEXES = ("complex64", "complex128")

_ZEROES: dict[str, Any] = {
    "bool": False,
    "string": b"",
    "float32": 0.0,
    "float64": 0.0,
    "complex64": 0j,
    "complex128": 0j,
    "slice": NIL_SLICE,
    "map": NIL_MAP,
    "ptr": None,
    "func": None,
    "chan": None,
    "interface": None,
    "unsafe.Pointer": None,
}


def zero_value(kind: str) -> Any:
    """The zero value of a type that is not deep; all kinds without an entry are integers."""
    return _ZEROES.get(kind, 0)


# ---------------------------------------------------------------- arrays


def array_zero(elem: RType, n: int) -> Callable[[], Any]:
    """Makes zero arrays of `n` elements."""
    if elem.kind == "uint8":
        return lambda: bytearray(n)
    if elem.deep and elem.size:
        zero = elem.zero
        return lambda: [zero() for _ in range(n)]
    # elements of size zero have nothing that could differ, and lie in one place
    value = elem.zero() if elem.deep else elem.zero_value
    return lambda: [value] * n


def array_copy(elem: RType) -> Callable[[Any], Any]:
    """Makes independent copies of arrays."""
    if elem.kind == "struct" and elem.size:
        return lambda x: [e._copy() for e in x]
    if elem.deep and elem.size:
        copy = elem.copy
        return lambda x: [copy(e) for e in x]
    return lambda x: x[:]


def array_assign(elem: RType) -> Callable[[Any, Any], None]:
    """Assigns arrays in place: pointers to elements that are structs or arrays stay valid."""
    if not elem.deep:
        return _assign_items
    assign = elem.assign

    def assign_array(target: Any, source: Any) -> None:
        for a, b in zip(target, source, strict=True):
            assign(a, b)

    return assign_array


def _assign_items(target: Any, source: Any) -> None:
    target[:] = source


def same(x: Any) -> Any:
    return x


# ---------------------------------------------------------------- equality


def equality(r: RType) -> Callable[[Any, Any], bool]:
    """Go's == on two values of type `r`."""
    if not r.comparable:
        return _uncomparable(r)
    if r.plain_compare:
        return eq
    match r.kind:
        case "interface":
            return iface_equal
        case "struct":
            return _struct_equal
        case "array":
            return _array_equality(r.elem_type())
        case "chan":
            return is_
        case _:
            return same_pointer


def iface_equal(x: Any, y: Any) -> bool:
    """Go's == on two interface values; panics when both hold the same uncomparable type."""
    if x is None or y is None:
        return x is y
    rtype: RType = x[0]
    return rtype is y[0] and rtype.equal(x[1], y[1])


def _struct_equal(x: Any, y: Any) -> bool:
    return bool(x._equal(y))


def _array_equality(elem: RType) -> Callable[[Any, Any], bool]:
    if elem.plain_key and elem.plain_compare:
        return eq  # lists compare identity first, which is right for these
    equal = elem.equal
    return lambda x, y: all(equal(a, b) for a, b in zip(x, y, strict=True))


def _uncomparable(r: RType) -> Callable[[Any, Any], bool]:
    def fail(x: Any, y: Any) -> bool:
        raise runtime_error(f"comparing uncomparable type {r.string}")

    return fail


# ---------------------------------------------------------------- map keys


class _NaN:
    """The key of a NaN: equal to nothing."""

    __slots__ = ()


def hashing(r: RType) -> Callable[[Any], Any]:
    """The function from a value of type `r` to its dict key."""
    if not r.comparable:
        return _unhashable(r)
    if r.plain_key:
        return same
    match r.kind:
        case "interface":
            return iface_key
        case "struct":
            return _struct_key
        case "array":
            return _array_key(r.elem_type())
        case "float32" | "float64" | "complex64" | "complex128":
            return _number_key
        case _:
            return _place_key


def iface_key(x: Any) -> Any:
    """The key of an interface value; panics when its dynamic type is unhashable."""
    return None if x is None else (x[0], x[0].hash_key(x[1]))


def _struct_key(x: Any) -> Any:
    return x._hash_key()


def _array_key(elem: RType) -> Callable[[Any], Any]:
    if elem.kind == "uint8":
        return bytes
    if elem.plain_key:
        return tuple
    key = elem.hash_key
    return lambda x: tuple([key(e) for e in x])


def _number_key(x: Any) -> Any:
    return x if x == x else _NaN()


def _place_key(x: Any) -> Any:
    # Arrays are their own pointers and have no hash; the map keeps the key alive, so the id stays its own.
    return None if x is None else ("place", id(x))


def _unhashable(r: RType) -> Callable[[Any], Any]:
    def fail(x: Any) -> Any:
        raise runtime_error(f"hash of unhashable type {r.string}")

    return fail
