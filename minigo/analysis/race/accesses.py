"""The helpers of the rows in ops_race: they tell the detector of each access, and do it where that is not the engine's.

Places: a Box has one, a struct one a field, an array one an element, a map one, a channel one, a package variable one.
References (FieldRef, ElemRef) lead to the places of what they refer to. The parts of structs and arrays that are
structs and arrays themselves are objects of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.maps import NIL_MAP
from minigo.runtime.ops_race import helper_name
from minigo.runtime.ops_string import panic_index
from minigo.runtime.panics import nil_dereference
from minigo.runtime.values import ArrayView, ElemRef, FieldRef, field_attr

if TYPE_CHECKING:
    from minigo.analysis.race.shadow import Cells
    from minigo.analysis.race.watch import Watch
    from minigo.runtime.rtypes import RType
    from minigo.runtime.values import Slice

Record = Callable[..., None]
"""`record(cells, index, pos, text, decl, inner="")`."""


class _Variable:
    """Stands for a package variable that has no Box."""

    __slots__ = ("symbol",)

    def __init__(self, symbol: str) -> None:
        self.symbol = symbol


class Accesses:
    """`cells(owner, size)` finds the memory of an object."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.read: Record = watch.read
        self.write: Record = watch.write
        self.atomic: Record = watch.atomic
        self.cells = watch.shadow.of
        self.variables: dict[str, Cells] = {}

    def idle(self) -> bool:
        """No access can race yet."""
        return self.watch.clocks.alone

    def helpers(self) -> dict[str, Callable[..., Any]]:
        """The helpers by name."""
        rows: dict[str, Callable[..., Any]] = {
            **self._usual(),
            "race.box.written": self._box_written,
            "race.deref": self._deref,
            "race.set.deref": self._set_deref,
            "race.map": self._map,
            "race.struct": self._struct,
            "race.array": self._array,
            "race.slice": self._slice,
            "race.append.items": self._append_items,
            "race.append.slice": self._append_slice,
            "race.append.string": self._append_string,
            "race.copy": self._copy,
            "race.atomic": self._atomic,
        }
        return {helper_name(row): helper for row, helper in rows.items()}

    def _usual(self) -> dict[str, Callable[..., Any]]:
        """The most frequent ones: they find out by themselves whether the goroutine has done the same in this epoch."""
        watch = self.watch
        m, clocks, read, write = watch.machine, watch.clocks, self.read, self.write
        known, of, variables = watch.shadow.cells, watch.shadow.of, self.variables
        announced = watch.announce is not None

        def box(x: Any, *place: Any) -> Any:
            if not clocks.alone:
                cells = known.get(id(x)) or of(x, 1)
                last = cells.read[0]
                if last is None or last[0] is not m.g.thread.epoch or announced:
                    read(cells, 0, *place)
            return x.v

        def set_box(x: Any, v: Any, *place: Any) -> None:
            if not clocks.alone:
                cells = known.get(id(x)) or of(x, 1)
                last = cells.write[0]
                if last is None or last[0] is not m.g.thread.epoch or announced:
                    write(cells, 0, *place)
            x.v = v

        def global_(symbol: str, writes: bool, *place: Any) -> None:
            if not clocks.alone:
                cells = variables.get(symbol)
                if cells is None:
                    cells = variables[symbol] = of(_Variable(symbol), 1)
                last = cells.write[0] if writes else cells.read[0]
                if last is None or last[0] is not m.g.thread.epoch or announced:
                    (write if writes else read)(cells, 0, *place)

        def field(x: Any, name: str, index: int, *place: Any) -> Any:
            if x is not None and not clocks.alone:
                cells = known.get(id(x)) or of(x, len(type(x).__slots__))
                last = cells.read[index]
                if last is None or last[0] is not m.g.thread.epoch or announced:
                    read(cells, index, *place)
            return x

        def set_field(x: Any, v: Any, name: str, index: int, *place: Any) -> None:
            if x is None:
                raise nil_dereference()
            if not clocks.alone:
                cells = known.get(id(x)) or of(x, len(type(x).__slots__))
                last = cells.write[index]
                if last is None or last[0] is not m.g.thread.epoch or announced:
                    write(cells, index, *place)
            setattr(x, field_attr(name, index), v)

        def index_slice(x: Slice, i: int, *place: Any) -> Any:
            if not x.len > i >= 0:
                panic_index(i, x.len)
            array, i = x.array, x.offset + i
            if not clocks.alone:
                cells = known.get(id(array)) or of(array, len(array))
                last = cells.read[i]
                if last is None or last[0] is not m.g.thread.epoch or announced:
                    read(cells, i, *place)
            return array[i]

        def set_slice(x: Slice, i: int, v: Any, *place: Any) -> None:
            if not x.len > i >= 0:
                panic_index(i, x.len)
            array, i = x.array, x.offset + i
            if not clocks.alone:
                cells = known.get(id(array)) or of(array, len(array))
                last = cells.write[i]
                if last is None or last[0] is not m.g.thread.epoch or announced:
                    write(cells, i, *place)
            array[i] = v

        def index_array(x: Any, i: int, *place: Any) -> Any:
            array, i = self._element(x, i)
            if not clocks.alone:
                read(known.get(id(array)) or of(array, len(array)), i, *place)
            return array[i]

        def set_array(x: Any, i: int, v: Any, *place: Any) -> None:
            array, i = self._element(x, i)
            if not clocks.alone:
                write(known.get(id(array)) or of(array, len(array)), i, *place)
            array[i] = v

        def chan(x: Any, closes: bool, *place: Any) -> None:
            if x is not None and not clocks.alone:
                cells = known.get(id(x)) or of(x, 1)
                if closes:
                    write(cells, 0, *place, "closechan")
                else:
                    read(cells, 0, *place, "chansend")

        return {
            "race.box": box,
            "race.chan": chan,
            "race.set.box": set_box,
            "race.global": global_,
            "race.field": field,
            "race.set.field": set_field,
            "race.index.slice": index_slice,
            "race.set.slice": set_slice,
            "race.index.array": index_array,
            "race.set.array": set_array,
        }

    # ------------------------------------------------------------ variables, pointers

    def _box_written(self, x: Any, *place: Any) -> None:
        self.write(self.cells(x, 1), 0, *place)

    def referred(self, x: Any) -> tuple[Cells, int]:
        """The place that a pointer points to."""
        kind = type(x)
        if kind is FieldRef:
            slots: tuple[str, ...] = type(x.obj).__slots__
            return self.cells(x.obj, len(slots)), slots.index(x.name)
        if kind is ElemRef:
            return self.cells(x.array, len(x.array)), x.index
        if x is None:
            raise nil_dereference()
        return self.cells(x, 1), 0

    def _deref(self, x: Any, *place: Any) -> Any:
        self.read(*self.referred(x), *place)
        return x.v

    def _set_deref(self, x: Any, v: Any, *place: Any) -> None:
        self.write(*self.referred(x), *place)
        x.v = v

    def _atomic(self, x: Any, function: str, *place: Any) -> Any:
        if x is not None:
            self.atomic(*self.referred(x), *place, function)
        return x

    # ------------------------------------------------------------ structs

    def _struct(self, x: Any, write: bool, *place: Any) -> Any:
        if x is not None:
            self._whole_struct(x, self.write if write else self.read, place)
        return x

    def _whole_struct(self, x: Any, record: Record, place: tuple[Any, ...]) -> None:
        fields = type(x)._fields
        cells = self.cells(x, len(fields))
        for f in fields:
            if f.rtype.deep:
                self.whole(getattr(x, f.attr), f.rtype, record, place)
            elif f.name != "_":
                record(cells, f.index, *place)

    def whole(self, x: Any, rtype: RType, record: Record, place: tuple[Any, ...]) -> None:
        if rtype.kind == "struct":
            self._whole_struct(x, record, place)
            return
        elem = rtype.elem
        assert elem is not None
        if elem.deep:
            for item in x:
                self.whole(item, elem, record, place)
        else:
            self.elements(*_memory(x), len(x), record, place)

    def _array(self, x: Any, rtype: RType, write: bool, *place: Any) -> Any:
        if x is not None:
            self.whole(x, rtype, self.write if write else self.read, place)
        return x

    # ------------------------------------------------------------ elements

    def elements(self, array: Any, start: int, count: int, record: Record, place: tuple[Any, ...]) -> None:
        if count and not self.idle():
            cells = self.cells(array, len(array))
            for i in range(start, start + count):
                record(cells, i, *place)

    def _element(self, x: Any, i: int) -> tuple[Any, int]:
        if x is None:
            raise nil_dereference()
        if not len(x) > i >= 0:
            panic_index(i, len(x))
        array, offset = _memory(x)
        return array, offset + i

    def _slice(self, x: Slice, write: bool, what: str, *place: Any) -> Slice:
        record = self.write if write else self.read
        self.elements(x.array, x.offset, x.len, record, (*place, what) if what else place)
        return x

    def _append_items(self, x: Slice, count: int, *place: Any) -> None:
        if x.len + count > x.cap:
            self.elements(x.array, x.offset, x.len, self.read, (*place, "growslice"))
        else:
            self.elements(x.array, x.offset + x.len, count, self.write, place)

    def _append_slice(self, x: Slice, y: Slice, *place: Any) -> None:
        if x.len + y.len > x.cap:
            self.elements(x.array, x.offset, x.len, self.read, (*place, "growslice"))
        else:
            self.elements(x.array, x.offset + x.len, y.len, self.write, (*place, "slicecopy"))
        self.elements(y.array, y.offset, y.len, self.read, (*place, "slicecopy"))

    def _append_string(self, x: Slice, y: bytes, *place: Any) -> None:
        if x.len + len(y) > x.cap:
            self.elements(x.array, x.offset, x.len, self.read, (*place, "growslice"))
        else:
            self.elements(x.array, x.offset + x.len, len(y), self.write, (*place, "slicecopy"))

    def _copy(self, x: Slice, y: Any, *place: Any) -> None:
        if isinstance(y, bytes):
            count = min(x.len, len(y))
        else:
            count = min(x.len, y.len)
            self.elements(y.array, y.offset, count, self.read, (*place, "slicecopy"))
        self.elements(x.array, x.offset, count, self.write, (*place, "slicecopy"))

    # ------------------------------------------------------------ maps

    def _map(self, x: Any, what: str, *place: Any) -> Any:
        m = x.map if what == "next" else x
        if m is not NIL_MAP:
            record = self.write if what in ("assign", "delete", "clear") else self.read
            record(self.cells(m, 1), 0, *place, map_function(m.type, what) if what != "len" else "")
        return x


def _memory(x: Any) -> tuple[Any, int]:
    """The Python array that the array `x` is, or is a part of, and where it begins in it."""
    return (x.array, x.offset) if type(x) is ArrayView else (x, 0)


_FAST = (
    {"string": "_faststr"}
    | {f"{sign}int{bits}": f"_fast{bits}" for sign in ("", "u") for bits in (32, 64)}
    | {"int": "_fast64", "uint": "_fast64", "uintptr": "_fast64", "ptr": "_fast64", "chan": "_fast64"}
)

_LARGEST_FAST_ELEM = 128
"""Bytes of an element beyond which gc uses the general functions."""


def map_function(rtype: RType, what: str) -> str:
    """The function of Go's runtime that does an operation on a map of this type: gc has special ones by key."""
    if what in ("iter", "next", "clear"):
        return {"iter": "mapIterStart", "next": "mapIterNext", "clear": "mapclear"}[what]
    key, elem = rtype.key, rtype.elem
    assert key is not None
    assert elem is not None
    suffix = _FAST.get(key.kind, "") if elem.size <= _LARGEST_FAST_ELEM else ""
    if what == "assign" and key.kind in ("ptr", "chan"):
        suffix = suffix and "_fast64ptr"
    return f"map{what}{suffix}"
