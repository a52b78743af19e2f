"""Rows that the engines add to the operation table: what core says with a node of its own, and both engines do alike.

Indexing is here with its operands in the order of evaluation, so that the compiler can paste it without temporaries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.maps import Map, new_map
from minigo.runtime.ops_string import panic_index
from minigo.runtime.optable import Rows
from minigo.runtime.panics import FatalError, nil_dereference

if TYPE_CHECKING:
    from minigo.runtime.maps import Steps
    from minigo.runtime.rtypes import RType
    from minigo.runtime.values import Slice


def map_literal(rtype: RType, steps: Steps, items: tuple[Any, ...]) -> Map:
    """A map of `items`: key, value, key, value..."""
    m = new_map(rtype, steps)
    for i in range(0, len(items), 2):
        m.set(items[i], items[i + 1])
    return m


def set_slice(x: Slice, i: int, value: Any) -> None:
    """x[i] = value."""
    if not 0 <= i < x.len:
        panic_index(i, x.len)
    x.array[x.offset + i] = value


def set_array(x: Any, i: int, value: Any) -> None:
    """x[i] = value of an array or a pointer to one."""
    if x is None:
        raise nil_dereference()
    if not 0 <= i < len(x):
        panic_index(i, len(x))
    x[i] = value


def go_callee(function: Any) -> Any:
    """The function of a go statement, which must not be nil."""
    if function is None:
        raise FatalError("go of nil func value")
    return function


def assertion_row(rtype: RType, commaok: bool) -> str:
    """The row that does x.(T)."""
    kind = "interface" if rtype.kind == "interface" else "concrete"
    return f"assert.{kind}{'2' if commaok else ''}"


def engine_rows() -> Rows:
    rows = Rows()
    rows.row("index.slice", "x i", "(x.array[x.offset + i] if x.len > i >= 0 else panic_index(i, x.len))")
    rows.row("index.array", "x i", "(x[i] if len(x) > i >= 0 else panic_index(i, len(x)))")
    rows.row("index.string", "x i", "(x[i] if len(x) > i >= 0 else panic_index(i, len(x)))")
    # For an index that is known not to be negative.
    rows.row("natural.slice", "x i", "(x.array[x.offset + i] if x.len > i else panic_index(i, x.len))")
    rows.row("natural.array", "x i", "(x[i] if len(x) > i else panic_index(i, len(x)))")
    rows.row("natural.string", "x i", "(x[i] if len(x) > i else panic_index(i, len(x)))")
    # By a divisor that is known to be positive.
    rows.row("div.positive", "x y", "(x // y if x >= 0 else -(-x // y))")
    rows.row("rem.positive", "x y", "(x % y if x >= 0 else -(-x % y))")
    rows.row("set.slice", "x i v", "set_slice(x, i, v)")
    rows.row("set.array", "x i v", "set_array(x, i, v)")
    rows.row("map.literal", "*items", "map_literal(type, M, items)", attrs="type")
    rows.row("go.callee", "x", "go_callee(x)")
    return rows


HELPERS: dict[str, object] = {
    "go_callee": go_callee,
    "map_literal": map_literal,
    "set_array": set_array,
    "set_slice": set_slice,
}
