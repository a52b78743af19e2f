"""Natives of package sync/atomic. No Tick is inside a native, so nobody comes in between.

Functions get a reference to the variable (its attribute `v`), methods the struct, whose field is `f_v`. Each announces
an event "atomic" with the place and the kind of operation: load, store or rmw.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked
from minigo.runtime.panics import nil_dereference
from minigo.runtime.rtypes import RType
from minigo.runtime.values import ElemRef, FieldRef, same_pointer
from minigo.stdlib.sync_natives import machine_of

if TYPE_CHECKING:
    from minigo.runtime.run import Run
    from minigo.runtime.sched.machine import Machine

Announce = Callable[[Any, str], None]
Operation = Callable[..., Any]

_WIDTHS = {
    "Int32": (32, True),
    "Int64": (64, True),
    "Uint32": (32, False),
    "Uint64": (64, False),
    "Uintptr": (64, False),
}


def place_id(m: Machine, place: Any) -> int:
    """The number of the variable that a reference stands for; only while somebody listens."""
    if isinstance(place, FieldRef):
        return m.object_id(place.obj, place.name)
    if isinstance(place, ElemRef):
        return m.object_id(place.array, place.index)
    return m.object_id(place)


def _announcer(run: Run) -> Announce:
    m = machine_of(run)

    def announce(place: Any, operation: str) -> None:
        m.emit("atomic", place_id(m, place), operation)

    return announce


def _wrap(bits: int, signed: bool) -> Callable[[int], int]:
    if not signed:
        mask = (1 << bits) - 1
        return lambda x: x & mask
    half, full = 1 << bits - 1, 1 << bits
    return lambda x: (x + half) % full - half


# ---------------------------------------------------------------- operations on an attribute


def _load(attr: str) -> Operation:
    def factory(run: Run) -> Operation:
        bus, announce = run.bus, _announcer(run)

        def load(place: Any) -> Any:
            if place is None:
                raise nil_dereference()
            if bus.on:
                announce(place, "load")
            return getattr(place, attr)

        return load

    return factory


def _store(attr: str) -> Operation:
    def factory(run: Run) -> Operation:
        bus, announce = run.bus, _announcer(run)

        def store(place: Any, value: Any) -> None:
            if place is None:
                raise nil_dereference()
            if bus.on:
                announce(place, "store")
            setattr(place, attr, value)

        return store

    return factory


def _update(attr: str, combine: Callable[[Any, Any], Any], *, new: bool) -> Operation:
    """Replaces the value x by combine(x, operand); returns the old value, or the new one."""

    def factory(run: Run) -> Operation:
        bus, announce = run.bus, _announcer(run)

        def update(place: Any, operand: Any) -> Any:
            if place is None:
                raise nil_dereference()
            if bus.on:
                announce(place, "rmw")
            before = getattr(place, attr)
            after = combine(before, operand)
            setattr(place, attr, after)
            return after if new else before

        return update

    return factory


def _compare_and_swap(attr: str, equal: Callable[[Any, Any], bool]) -> Operation:
    def factory(run: Run) -> Operation:
        bus, announce = run.bus, _announcer(run)

        def compare_and_swap(place: Any, old: Any, new: Any) -> bool:
            if place is None:
                raise nil_dereference()
            same = equal(getattr(place, attr), old)
            if bus.on:
                announce(place, "rmw" if same else "load")
            if same:
                setattr(place, attr, new)
            return same

        return compare_and_swap

    return factory


def _same(x: Any, y: Any) -> bool:
    return bool(x == y)


def _second(_: Any, y: Any) -> Any:
    return y


def _register_integers() -> None:
    for name, (bits, signed) in _WIDTHS.items():
        wrap = _wrap(bits, signed)

        def add(x: int, y: int, wrap: Callable[[int], int] = wrap) -> int:
            return wrap(x + y)

        for attr, form in (("v", f"sync/atomic.{{}}{name}"), ("f_v", f"sync/atomic.(*{name}).{{}}")):
            linked(form.format("Load"))(_load(attr))
            linked(form.format("Store"))(_store(attr))
            linked(form.format("Add"))(_update(attr, add, new=True))
            linked(form.format("Swap"))(_update(attr, _second, new=False))
            linked(form.format("And"))(_update(attr, lambda x, y: x & y, new=False))
            linked(form.format("Or"))(_update(attr, lambda x, y: x | y, new=False))
            linked(form.format("CompareAndSwap"))(_compare_and_swap(attr, _same))


_register_integers()


# ---------------------------------------------------------------- Bool and Pointer


@linked("sync/atomic.(*Bool).Load")
def bool_load(run: Run) -> Operation:
    load = _load("f_v")(run)
    return lambda x: load(x) != 0


@linked("sync/atomic.(*Bool).Store")
def bool_store(run: Run) -> Operation:
    store = _store("f_v")(run)
    return lambda x, value: store(x, int(value))


@linked("sync/atomic.(*Bool).Swap")
def bool_swap(run: Run) -> Operation:
    swap = _update("f_v", _second, new=False)(run)
    return lambda x, new: swap(x, int(new)) != 0


@linked("sync/atomic.(*Bool).CompareAndSwap")
def bool_compare_and_swap(run: Run) -> Operation:
    compare_and_swap = _compare_and_swap("f_v", _same)(run)
    return lambda x, old, new: compare_and_swap(x, int(old), int(new))


def _register_pointers() -> None:
    """The functions behind Pointer[T]'s methods; the type argument does not matter."""

    def generic(name: str, operation: Operation) -> None:
        def factory(run: Run) -> Operation:
            function = operation(run)

            def call(_: RType, *args: Any) -> Any:
                return function(*args)

            return call

        linked(f"sync/atomic.{name}", generic=True)(factory)

    generic("loadPointer", _load("v"))
    generic("storePointer", _store("v"))
    generic("swapPointer", _update("v", _second, new=False))
    generic("compareAndSwapPointer", _compare_and_swap("v", same_pointer))


_register_pointers()


# ---------------------------------------------------------------- Value

DONE, REFUSED, NIL_VALUE, OTHER_TYPE, OTHER_TYPES = range(5)

linked("sync/atomic.(*Value).load")(_load("f_v"))


@linked("sync/atomic.(*Value).swap")
def value_swap(run: Run) -> Operation:
    swap = _update("f_v", _second, new=False)(run)

    def checked(x: Any, new: Any) -> tuple[Any, int]:
        if x is None:
            raise nil_dereference()
        if new is None:
            return None, NIL_VALUE
        if x.f_v is not None and x.f_v[0] is not new[0]:
            return None, OTHER_TYPE
        return swap(x, new), DONE

    return checked


@linked("sync/atomic.(*Value).compareAndSwap")
def value_compare_and_swap(run: Run) -> Operation:
    compare_and_swap = _compare_and_swap("f_v", _equal_values)(run)

    def checked(x: Any, old: Any, new: Any) -> int:
        if x is None:
            raise nil_dereference()
        if new is None:
            return NIL_VALUE
        if old is not None and old[0] is not new[0]:
            return OTHER_TYPES
        if x.f_v is not None and x.f_v[0] is not new[0]:
            return OTHER_TYPE
        return DONE if compare_and_swap(x, old, new) else REFUSED

    return checked


def _equal_values(x: Any, y: Any) -> bool:
    """Go's == of two interface values. Panics when their type is not comparable."""
    if x is None or y is None:
        return x is y
    return x[0] is y[0] and bool(x[0].equal(x[1], y[1]))
