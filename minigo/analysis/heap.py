"""What goroutines can reach: the object graph of the program's values, with its code as a part of it.

A goroutine reaches the variables that its calls can still name, what these refer to, and the functions that its code
names; a function value, or a method of a value in an interface, leads to its code, and code leads to the package
variables that it names. So a package variable counts for those who can still come to code that names it, and for nobody
else. Variables of library packages count for everybody, and library code names nothing of the program's.

Invariants: nothing is changed in the program and nothing runs in it; what cannot be told is taken as reachable.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import FrameType, FunctionType
from typing import TYPE_CHECKING, Any

from minigo.analysis.liveness import Uses, remaining, uses_of
from minigo.engine.linker import LIBRARY_PREFIX
from minigo.runtime.references import LEAVES, references
from minigo.runtime.rtypes import RType
from minigo.source import NO_POS
from minigo.types.types import Named, Pointer, unalias

if TYPE_CHECKING:
    from minigo.core.program import Function
    from minigo.engine.linker import Linked
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.machine import Machine
    from minigo.source import Pos
    from minigo.types.types import Type

_SCHEDULER = ("minigo.runtime.sched", "minigo.analysis", "minigo.runtime.events", "minigo.session", "minigo.trace")
"""Modules whose Python frames hold nothing of the program's."""
_WALKER = "minigo.engine.walk"
"""Modules whose closures are the program's code."""


class Heap:
    """The object graph of a run that stands still. `visited` counts the objects that were looked at."""

    def __init__(self, machine: Machine, linked: Linked) -> None:
        self.machine = machine
        self.linked = linked
        self.values = linked.package_values()
        self.visited = 0
        self._uses: dict[Function, Uses] = {}
        self._methods: dict[Type, list[Function]] = {}
        self._remaining: dict[tuple[Function, int], Uses] = {}

    # ------------------------------------------------------------ code

    def is_library(self, pos: Pos) -> bool:
        """Whether a position is in the library."""
        return pos != NO_POS and self.linked.path(pos).startswith(LIBRARY_PREFIX)

    def uses(self, function: Function) -> Uses:
        """What a function of the program names; nothing when it is the library's."""
        known = self._uses.get(function)
        if known is None:
            if function.native is not None or self.is_library(function.pos):
                known = Uses()
            else:
                known = uses_of(self.linked.lowered(function))
            self._uses[function] = known
        return known

    def rest(self, function: Function, line: int) -> Uses:
        """What a call of `function` at `line` can still name."""
        known = self._remaining.get((function, line))
        if known is None:
            known = self._remaining[function, line] = remaining(self.linked.lowered(function), line)
        return known

    def library_values(self) -> Iterator[Any]:
        """The values of the library's package variables."""
        declared = self.linked.source().globals
        for symbol, value in self.values.items():
            variable = declared.get(symbol)
            if variable is None or self.is_library(variable.pos):
                yield value

    def methods(self, t: Type) -> Iterable[Function]:
        """The methods of a type that the program declares: whoever has a value of it in an interface may call them."""
        t = unalias(t)
        declared = unalias(t.elem) if isinstance(t, Pointer) else t
        if not isinstance(declared, Named) or declared.obj.pos == NO_POS or self.is_library(declared.obj.pos):
            return ()
        known = self._methods.get(t)
        if known is None:
            known = self._methods[t] = self.linked.methods_of(t)
        return known

    # ------------------------------------------------------------ goroutines

    def frames(self, g: G) -> Iterator[FrameType]:
        """The Python frames of a goroutine, innermost first."""
        frame: FrameType | None = None
        if g.greenlet is not None:
            frame = g.greenlet.gr_frame
            if frame is None and g is self.machine.g:
                frame = sys._getframe()
        while frame is not None:
            yield frame
            frame = frame.f_back

    def reach_of(self, *gs: G) -> Reach:
        """What goroutines can reach by themselves."""
        reach = Reach(self)
        for g in gs:
            reach.add_goroutine(g)
        reach.close()
        return reach


class Reach:
    """The objects (by identity) and functions that can be reached from what was added, once closed."""

    def __init__(self, heap: Heap) -> None:
        self.heap = heap
        self.seen: dict[int, Any] = {}
        self.functions: set[Function] = set()
        self._todo: list[Any] = []

    def __contains__(self, thing: object) -> bool:
        return id(thing) in self.seen

    def add(self, things: Iterable[Any]) -> None:
        for thing in things:
            if type(thing) not in LEAVES and id(thing) not in self.seen:
                self.seen[id(thing)] = thing
                self._todo.append(thing)

    def add_code(self, uses: Uses) -> None:
        """Adds what code names, its local variables excepted."""
        values = self.heap.values
        for variable in uses.globals:
            if variable.symbol in values:
                self.add((values[variable.symbol],))
        for function in uses.functions:
            self.add_function(function)
        for t in uses.converted:
            for function in self.heap.methods(t):
                self.add_function(function)

    def add_function(self, function: Function) -> None:
        if function not in self.functions:
            self.functions.add(function)
            self.add_code(self.heap.uses(function))

    def add_goroutine(self, g: G) -> None:
        """Adds what a goroutine can reach by its calls."""
        if g.greenlet is None:
            self.add((g.fn, *g.args))
            return
        self.add((g.param, g.timer))
        # What was handed over to it, and it has not taken yet.
        self.add(w.value for w in (g.waiter, *(g.group or ())) if w is not None)
        linked = self.heap.linked
        for frame in self.heap.frames(g):
            call = linked.call_of(frame, frame.f_lineno)
            if call is None:
                self.add(_python_values(frame))
                continue
            uses = self.heap.rest(*call)
            if not self.heap.is_library(call[0].pos):
                self.add_code(uses)
            self.add(value for v, value in linked.variables(frame).items() if v in uses.variables)
            self.add(linked.temporaries(frame))

    def close(self) -> None:
        linked = self.heap.linked
        while self._todo:
            thing = self._todo.pop()
            self.heap.visited += 1
            if type(thing) is FunctionType:
                function = linked.function_of(thing)
                if function is not None:
                    self.add_function(function)
                    self.add(linked.captured(thing))
                    continue
                if thing.__module__.startswith(_WALKER):
                    continue
            elif type(thing) is tuple and len(thing) == 2 and type(thing[0]) is RType:
                for function in self.heap.methods(thing[0].type):
                    self.add_function(function)
            self.add(target for _, target in references(thing))


def _python_values(frame: FrameType) -> Iterator[Any]:
    """What a frame of minigo's own holds that may be the program's: natives' arguments, operands."""
    module = frame.f_globals.get("__name__", "")
    if module.startswith(_SCHEDULER):
        return
    walking = module.startswith("minigo.engine")
    free = frame.f_code.co_freevars
    for name, value in frame.f_locals.items():
        if name in free or (walking and (name in ("a", "self") or isinstance(value, dict))):
            continue
        yield value
