"""The accesses of library functions whose body is Python: to what their arguments refer to.

Real Go compiles its library with the race detector too; here `NativeAccesses.guard` wraps the natives that are listed,
and fmt's printer tells what it looks at (`Run.reads`). A sort reads all elements, and writes where an element changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.maps import NIL_MAP
from minigo.runtime.values import FieldRef
from minigo.source import NO_POS, Pos

if TYPE_CHECKING:
    from minigo.analysis.race.accesses import Accesses, Record
    from minigo.runtime.rtypes import RType
    from minigo.runtime.values import Slice

GoFunction = Callable[..., Any]
Guard = Callable[[str, GoFunction], GoFunction]

_PRINTERS = ("fmt.Sprint", "fmt.Sprintln", "fmt.Sprintf", "fmt.errorf")
_SORTS = ("slices.Sort", "slices.SortFunc", "slices.SortStableFunc", "sort.Ints", "sort.Strings", "sort.Float64s")
_SLICE_SORTS = ("sort.Slice", "sort.SliceStable")
_READ_SLICES = {
    "strings.Join": 0, "strings.replaceAll": 1, "hash/fnv.update32": 1, "hash/fnv.update64": 1,
    "hash/fnv.update128": 2, "crypto/md5.sum": 0, "crypto/sha1.sum": 0, "crypto/sha256.sum": 0,
    "crypto/sha256.sum224": 0, "crypto/sha512.sum": 0, "hash/crc32.update": 2, "os.write": 1, "os.writeFile": 1,
    "internal/stdio.write": 1,
}  # fmt: skip
"""Natives that read all of a slice -> which argument it is."""
_FILLED = ("os.read", "os.readFile", "internal/stdio.read")
"""Natives that fill their second argument, a slice, as far as they return, the number alone or first."""
_STORES = ("fmt.store", "errors.assign")
"""Natives with a pointer in an interface, to what they set, as the first or second argument."""
_STORE_AT = {"fmt.store": 0, "errors.assign": 1}
_REFLECT_STORES = ("store", "storeBytes", "storeString", "storeBool", "storeInt", "storeUint", "storeFloat",
                   "storeComplex")  # fmt: skip
_REFLECT_LOADS = ("load", "box", "pack", "toBool", "toInt", "toUint", "toFloat", "toComplex", "toString")
_ONE = 1 << 32
"""What one more to wait for adds to the state of a WaitGroup; below it waiters are counted."""
_ADDRESSABLE = 1
"""In the flag of a reflect.Value that lies in a variable."""


class NativeAccesses:
    """Tells `accesses` what natives read and write; `here()` is the position of the Go call that is on top."""

    def __init__(self, accesses: Accesses, here: Callable[[], Pos]) -> None:
        self._accesses = accesses
        self._here = here
        self._name = ""
        self.declared: dict[str, Pos] = {}
        """Where the natives that are guarded are declared."""
        self.guards: dict[str, Guard] = {
            **dict.fromkeys(_PRINTERS, self._printer),
            **dict.fromkeys(_SORTS, self._sort),
            **dict.fromkeys(_SLICE_SORTS, self._sort_interface),
            **dict.fromkeys(_READ_SLICES, self._reader),
            **dict.fromkeys(_FILLED, self._filler),
            **dict.fromkeys(_STORES, self._storer),
            "sync.(*WaitGroup).count": self._wait_group_add,
            "sync.(*WaitGroup).block": self._wait_group_wait,
            **dict.fromkeys((f"reflect.{name}" for name in _REFLECT_STORES), self._reflect_store),
            **dict.fromkeys((f"reflect.{name}" for name in _REFLECT_LOADS), self._reflect_load),
        }

    def guard(self, name: str, pos: Pos, native: GoFunction) -> GoFunction:
        """`native`, which is the Go function `name` declared at `pos`, telling of its accesses if it has any."""
        wrap = self.guards.get(name)
        if wrap is None:
            return native
        self.declared[name] = pos
        return wrap(name, native)

    def reads(self, rtype: RType, value: Any) -> None:
        """A native looks at all of a slice or map, or at what a pointer points to."""
        if self._accesses.idle() or value is None:
            return
        if rtype.kind == "slice":
            self._slice(value, rtype.elem_type(), False)
        elif rtype.kind == "map":
            if value is not NIL_MAP:
                self._accesses.read(self._accesses.cells(value, 1), 0, *self._place())
        elif rtype.kind == "ptr":
            self._pointee(rtype.elem_type(), value, False)

    # ------------------------------------------------------------ places

    def _place(self) -> tuple[Any, ...]:
        return self._here(), "", NO_POS, self._name

    def _record(self, write: bool) -> Record:
        return self._accesses.write if write else self._accesses.read

    def _pointee(self, elem: RType, x: Any, write: bool) -> None:
        if elem.deep:
            self._accesses.whole(x, elem, self._record(write), self._place())
        else:
            self._record(write)(*self._accesses.referred(x), *self._place())

    def _slice(self, s: Slice, elem: RType | None, write: bool) -> None:
        if elem is not None and elem.deep:
            for item in s.items():
                self._accesses.whole(item, elem, self._record(write), self._place())
        else:
            self._accesses.elements(s.array, s.offset, s.len, self._record(write), self._place())

    # ------------------------------------------------------------ wrappers

    def _named(self, name: str) -> None:
        self._name = name

    def _printer(self, name: str, native: GoFunction) -> GoFunction:
        def printer(*args: Any) -> Any:
            self._named(name)
            return native(*args)

        return printer

    def _sort(self, name: str, native: GoFunction) -> GoFunction:
        def sort(s: Slice, *rest: Any) -> Any:
            if self._accesses.idle():
                return native(s, *rest)
            return self._sorted(name, s, lambda: native(s, *rest))

        return sort

    def _sort_interface(self, name: str, native: GoFunction) -> GoFunction:
        def sort(x: Any, less: Any) -> Any:
            if self._accesses.idle() or x is None or x[0].kind != "slice":
                return native(x, less)
            return self._sorted(name, x[1], lambda: native(x, less))

        return sort

    def _sorted(self, name: str, s: Slice, native: Callable[[], Any]) -> Any:
        self._named(name)
        first = s.array[s.offset] if s.len else None
        # Of structs and arrays only the contents move.
        deep = hasattr(type(first), "_fields") or isinstance(first, list | bytearray)
        if not deep:
            self._slice(s, None, False)
        before = list(s.items())
        result = native()
        self._named(name)
        if not deep:
            for i, item in enumerate(s.items()):
                if item is not before[i] and item != before[i]:
                    self._accesses.elements(s.array, s.offset + i, 1, self._accesses.write, self._place())
        return result

    def _reader(self, name: str, native: GoFunction) -> GoFunction:
        index = _READ_SLICES[name]

        def reader(*args: Any) -> Any:
            self._named(name)
            self._slice(args[index], None, False)
            return native(*args)

        return reader

    def _filler(self, name: str, native: GoFunction) -> GoFunction:
        def filler(fd: int, b: Slice, *rest: Any) -> Any:
            result = native(fd, b, *rest)
            count = result[0] if isinstance(result, tuple) else result
            self._named(name)
            self._accesses.elements(b.array, b.offset, max(count, 0), self._accesses.write, self._place())
            return result

        return filler

    def _storer(self, name: str, native: GoFunction) -> GoFunction:
        index = _STORE_AT[name]

        def storer(*args: Any) -> Any:
            result = native(*args)
            target = args[index]
            if result is not False and target is not None and target[0].kind == "ptr":
                self._named(name)
                self._pointee(target[0].elem_type(), target[1], True)
            return result

        return storer

    def _wait_group_add(self, name: str, native: GoFunction) -> GoFunction:
        def add(wg: Any, delta: int) -> Any:
            # As in Go: who adds the first must not run beside who waits, so the one reads and the other writes.
            if delta > 0 and wg.f_state.f_v < _ONE:
                self._semaphore(name, wg, False)
            return native(wg, delta)

        return add

    def _wait_group_wait(self, name: str, native: GoFunction) -> GoFunction:
        def wait(wg: Any) -> Any:
            if wg.f_state.f_v >= _ONE and not wg.f_state.f_v % _ONE:
                self._semaphore(name, wg, True)
            return native(wg)

        return wait

    def _semaphore(self, name: str, wg: Any, write: bool) -> None:
        self._named(name)
        self._record(write)(*self._accesses.referred(FieldRef(wg, "f_sema")), *self._place())

    def _reflect_store(self, name: str, native: GoFunction) -> GoFunction:
        def store(v: Any, x: Any) -> Any:
            self._named(name)
            self._pointee(v.f_typ, v.f_ptr, True)
            return native(v, x)

        return store

    def _reflect_load(self, name: str, native: GoFunction) -> GoFunction:
        def load(v: Any) -> Any:
            if v.f_typ is not None and v.f_flag & _ADDRESSABLE:
                self._named(name)
                self._pointee(v.f_typ, v.f_ptr, False)
            return native(v)

        return load
