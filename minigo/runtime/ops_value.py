"""Operations on structs, arrays as wholes, pointers and maps, and comparisons by reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.maps import ABSENT, NIL_MAP
from minigo.runtime.optable import Rows
from minigo.runtime.panics import nil_dereference, plain_error, runtime_error
from minigo.runtime.values import NIL_ARRAY, Box, FieldRef, field_attr, same_pointer

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType


def field_ref(x: Any, name: str, index: int) -> FieldRef:
    """&x.name, the `index`-th field of a struct object."""
    if x is None:
        raise nil_dereference()
    return FieldRef(x, field_attr(name, index))


def copy_array(x: Any, rtype: RType) -> Any:
    """A copy of an array, which may be behind a nil pointer."""
    if x is None:
        raise nil_dereference()
    return rtype.copy(x)


def assign_array(target: Any, source: Any, rtype: RType) -> None:
    """Assigns an array in place; `target` may be a nil pointer, `source` is fresh."""
    if target is None:
        raise nil_dereference()
    rtype.assign(target, source)


def new(rtype: RType) -> Any:
    """new(T): a Box; structs and arrays are their own pointers."""
    return rtype.zero() if rtype.deep else Box(rtype.zero_value)


def panic_nil() -> Any:
    raise nil_dereference()


def panic_nil_method(message: str) -> Any:
    """A value method is called through a nil pointer in an interface."""
    raise plain_error(message)


_MISUSES = (
    "continued iteration after loop body panic",
    "continued iteration after function for loop body returned false",
    "continued iteration after whole loop exit",
    "recovered a loop body panic and did not resume panicking",
)


def panic_range(state: int) -> Any:
    """A range over a function broke the rules: `state` counts from 1."""
    raise runtime_error(f"range function {_MISUSES[state - 1]}")


def value_rows() -> Rows:
    rows = Rows()
    for name, symbol in (("eq", "=="), ("ne", "!=")):
        rows.row(f"{name}.bool", "x y", f"(x {symbol} y)", pure=True)
    rows.row("not.bool", "x", "(not x)", pure=True)
    rows.row("eq.ref", "x y", "(x is y or same_pointer(x, y))", pure=True)
    rows.row("ne.ref", "x y", "(x is not y and not same_pointer(x, y))", pure=True)
    rows.row("eq.value", "x y", "type.equal(x, y)", attrs="type")
    rows.row("ne.value", "x y", "(not type.equal(x, y))", attrs="type")
    rows.row("eq.nil", "x", "(x is None)", pure=True)
    rows.row("ne.nil", "x", "(x is not None)", pure=True)
    rows.row("eq.nilslice", "x", "(x.array is NIL_ARRAY)", pure=True)
    rows.row("ne.nilslice", "x", "(x.array is not NIL_ARRAY)", pure=True)
    rows.row("eq.nilmap", "x", "(x is NIL_MAP)", pure=True)
    rows.row("ne.nilmap", "x", "(x is not NIL_MAP)", pure=True)
    rows.row("copy.struct", "x", "x._copy()")
    rows.row("copy.array", "x", "copy_array(x, type)", attrs="type")
    rows.row("assign.struct", "target source", "target._assign(source)")
    rows.row("assign.array", "target source", "assign_array(target, source, type)", attrs="type")
    rows.row("addr.field", "x", "field_ref(x, name, index)", attrs="name index")
    rows.row("addr.inner", "x", "(x if x is not None else panic_nil())")
    rows.row("nilcheck", "x", "(x if x is not None else panic_nil())")
    rows.row("nilcheck.method", "x", "(x if x is not None else panic_nil_method(message))", attrs="message")
    rows.row("range.misuse", "state", "panic_range(state)")
    rows.row("new", "", "new(type)", attrs="type")
    rows.row("box", "x", "Box(x)")
    _map_rows(rows)
    return rows


def map_get_row(rtype: RType) -> str:
    """The row that reads an element of a map of type `rtype`: the inlined one where it will do."""
    assert rtype.key is not None
    return "map.get.plain" if rtype.key.plain_key and not rtype.elem_type().deep else "map.get"


def _map_rows(rows: Rows) -> None:
    # Only for maps whose keys are their own hash keys, and whose elements are not deep.
    rows.row(
        "map.get.plain",
        "m k",
        "(v if (v := m.entries.get(k, ABSENT)) is not ABSENT else type.elem.zero_value)",
        attrs="type",
        temps="v",
    )
    rows.row("map.get", "m k", "m.get(k, type.elem.zero)", attrs="type")
    rows.row("map.get2", "m k", "m.get2(k, type.elem.zero)", attrs="type")
    rows.row("map.set", "m k v", "m.set(k, v)", attrs="type")
    rows.row("map.next", "it", "it.next()")
    rows.row("len.map", "x", "len(x.entries)")
    rows.row("delete", "m k", "m.delete(k)")
    rows.row("clear.map", "m", "m.clear()")


HELPERS: dict[str, object] = {
    "ABSENT": ABSENT,
    "Box": Box,
    "NIL_ARRAY": NIL_ARRAY,
    "NIL_MAP": NIL_MAP,
    "assign_array": assign_array,
    "copy_array": copy_array,
    "field_ref": field_ref,
    "new": new,
    "panic_nil": panic_nil,
    "panic_nil_method": panic_nil_method,
    "panic_range": panic_range,
    "same_pointer": same_pointer,
}
