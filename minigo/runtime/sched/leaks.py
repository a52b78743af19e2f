"""Goroutines that are blocked for ever: nobody who can still run can reach what they wait for.

The idea is that of Go's goroutineleak profile (Saioc et al., "Dynamic Partial Deadlock Detection and Recovery via
Garbage Collection", ASPLOS 2025): begin with what is surely reachable, the goroutines that are not blocked, the timers
and the package variables; a blocked goroutine counts as reachable as soon as the object that it waits for is; what then
is left can never be woken. A goroutine that waits for a timer or sleeps is not blocked in this sense.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import TYPE_CHECKING, Any

from minigo.runtime.references import LEAVES, references
from minigo.runtime.sched import g as gstate

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched

TIMED = frozenset((gstate.WAIT_SLEEP, gstate.WAIT_IO))
"""Who waits so is not blocked: it is woken by the clock, or by the world."""


def blocked_forever(m: Sched, among: list[G]) -> list[G]:
    """Those of the goroutines that can never run again, in their order. Called by the current goroutine."""
    waiting = [g for g in m.allgs.values() if g.status == gstate.WAITING and g.wait_reason not in TIMED]
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
        woken = [g for g in blocked if any(id(thing) in reach.seen for thing in waited_for(g))]
        if not woken:
            return [g for g in candidates if g in blocked]
        for g in woken:
            blocked.discard(g)
            reach.add(_parts_of(g))


def waited_for(g: G) -> tuple[Any, ...]:
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
            if type(thing) not in LEAVES and id(thing) not in self.seen:
                # Keeping it keeps its identity from being given to another.
                self.seen[id(thing)] = thing
                self._todo.append(thing)

    def close(self) -> None:
        while self._todo:
            self.add(thing for _, thing in references(self._todo.pop()))
