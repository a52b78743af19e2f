"""Goroutines that are blocked for ever: nobody who can still run can reach what they wait for.

The idea is that of Go's goroutineleak profile (Saioc et al., "Dynamic Partial Deadlock Detection and Recovery via
Garbage Collection", ASPLOS 2025): begin with what is surely reachable, the goroutines that are not blocked, the timers
and the package variables; a blocked goroutine counts as reachable as soon as the object that it waits for is; what then
is left can never be woken. A goroutine that waits for a timer or sleeps is not blocked in this sense.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from types import BuiltinFunctionType, CellType, FrameType, FunctionType, MethodType
from typing import TYPE_CHECKING, Any, Protocol

from minigo.runtime.maps import Map
from minigo.runtime.sched import g as gstate
from minigo.runtime.sched.chan import Channel
from minigo.runtime.sched.timers import Timer
from minigo.runtime.values import ArrayView, Box, ElemRef, FieldRef, Slice

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched

_TIMED = frozenset((gstate.WAIT_SLEEP, gstate.WAIT_IO))


class Holder(Protocol):
    """What holds Go values of a goroutine, but is none itself."""

    def references(self) -> list[Any]: ...


def blocked_forever(m: Sched, among: list[G]) -> list[G]:
    """Those of the goroutines that can never run again, in their order. Called by the current goroutine."""
    waiting = [g for g in m.allgs.values() if g.status == gstate.WAITING and g.wait_reason not in _TIMED]
    candidates = [g for g in among if g in waiting]
    if not candidates:
        return []
    blocked = set(waiting)
    if m.main is not None:
        blocked.discard(m.main)  # it waits for tests to end, by what a report could not name
    reach = _Reach()
    reach.add(m.hooks.package_variables())
    for p in m.allp:
        reach.add(entry[2] for entry in p.timers)
    reach.add(_variables(sys._getframe()))
    for g in m.allgs.values():
        if g not in blocked:
            reach.add(_parts_of(g))
    while True:
        reach.close()
        woken = [g for g in blocked if any(id(thing) in reach.seen for thing in _waited_for(g))]
        if not woken:
            return [g for g in candidates if g in blocked]
        for g in woken:
            blocked.discard(g)
            reach.add(_parts_of(g))


def _waited_for(g: G) -> tuple[Any, ...]:
    """The objects by which others can wake the goroutine; none for what blocks for ever by itself."""
    thing = g.wait_object
    if thing is None:
        return ()
    return thing if isinstance(thing, tuple) else (thing,)


def _parts_of(g: G) -> Iterator[Any]:
    """What a goroutine can reach: its function, its arguments and the variables of its Python frames."""
    yield g.fn
    yield g.args
    yield g.param
    if g.greenlet is not None:
        yield from _variables(g.greenlet.gr_frame)


def _variables(frame: FrameType | None) -> Iterator[Any]:
    """The variables of a Python frame and of those that called it."""
    while frame is not None:
        yield from frame.f_locals.values()
        frame = frame.f_back


class _Reach:
    """The Go values that can be reached from those that were added, once closed: by identity."""

    def __init__(self) -> None:
        self.seen: dict[int, Any] = {}
        self._todo: list[Any] = []

    def add(self, things: Iterable[Any]) -> None:
        for thing in things:
            if id(thing) not in self.seen:
                # Keeping it keeps its identity from being given to another.
                self.seen[id(thing)] = thing
                self._todo.append(thing)

    def close(self) -> None:
        while self._todo:
            self.add(_children(self._todo.pop()))


def _children(x: Any) -> Iterable[Any]:
    """What a Go value refers to. A channel does not lead to the goroutines that wait on it."""
    match x:
        case list() | tuple() | set() | frozenset():
            return x
        case dict():
            return [*x.keys(), *x.values()]
        case Slice() | ArrayView() | ElemRef():
            return (x.array,)
        case Box():
            return (x.v,)
        case FieldRef():
            return (x.obj,)
        case Map():
            return [x.entries, getattr(x, "keys", None)]
        case Channel():
            return [*x.buffer, *(w.value for w in x.sendq)]
        case CellType():
            return _contents(x)
        case FunctionType():
            return [*(x.__closure__ or ()), *(x.__defaults__ or ())]
        case MethodType() | BuiltinFunctionType():
            return (x.__self__,)
        case partial():
            return [x.func, *x.args]
        case Timer():
            return [x.fire, x.channel]
    cls = type(x)
    if hasattr(cls, "_zero"):  # the class of a struct type
        return [getattr(x, name) for name in cls.__slots__]
    references = getattr(cls, "references", None)
    return references(x) if references is not None else ()


def _contents(cell: CellType) -> tuple[Any, ...]:
    try:
        return (cell.cell_contents,)
    except ValueError:  # empty
        return ()
