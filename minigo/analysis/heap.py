"""What goroutines can reach: the object graph of the program's values, with its code as a part of it.

A goroutine reaches the variables that its calls can still name, what these refer to, and the functions that its code
names; a function value, or a method of a value in an interface, leads to its code, and code leads to the package
variables that it names. So a package variable counts for those who can still come to code that names it, and for nobody
else. Variables of library packages count for everybody, and library code names nothing of the program's.

Of a channel it is also known what can be done with it (`Reach.powers`): what the code does with the variables and the
struct fields that lead there. Whatever else leads to a channel gives all powers.

Invariants: nothing is changed in the program and nothing runs in it; what cannot be told is taken as reachable.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from types import FrameType, FunctionType
from typing import TYPE_CHECKING, Any

from minigo.analysis.liveness import ALL_POWERS, Key, Uses, remaining, uses_of
from minigo.core import nodes as c
from minigo.engine.linker import LIBRARY_PREFIX
from minigo.runtime.references import LEAVES, references
from minigo.runtime.rtypes import RType
from minigo.runtime.sched.chan import Channel
from minigo.runtime.values import Box
from minigo.source import NO_POS
from minigo.types.types import Chan, Named, Pointer, unalias

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
        self.library_names = _library_names(linked)
        self._uses: dict[Function, Uses] = {}
        self._powers: dict[tuple[Function, c.Var], int] = {}
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
            if self.is_foreign(function):
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

    def is_foreign(self, function: Function) -> bool:
        """Whether a function is a native or the library's: what it does is not looked at."""
        return function.native is not None or self.is_library(function.pos)

    def powers(self, uses: Uses, key: Key) -> int:
        """What code does with the channel that `key` holds, there or wherever it hands it on to."""
        found = 0
        seen: set[tuple[int, Key]] = set()
        todo = [(uses, key)]
        while todo and found != ALL_POWERS:
            uses, key = todo.pop()
            if (id(uses), key) in seen:
                continue
            seen.add((id(uses), key))
            found |= uses.powers.get(key, 0)
            for flow in uses.flows.get(key, ()):
                if flow.function is None:
                    assert flow.var is not None
                    todo.append((uses, flow.var))
                elif self.is_foreign(flow.function):
                    found |= ALL_POWERS
                else:
                    params = self.linked.lowered(flow.function).params
                    todo.append((self.uses(flow.function), flow.var or params[flow.index]))
        return found

    def powers_of(self, function: Function, v: c.Var) -> int:
        """What a call of a function, or the literals in it, can do with the channel in a variable of its."""
        known = self._powers.get((function, v))
        if known is None:
            known = ALL_POWERS if self.is_foreign(function) else self.powers(self.uses(function), v)
            self._powers[function, v] = known
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
        self._channels: dict[int, int] = {}
        """Powers over channels, by identity, besides those through package variables and fields."""
        self._through: dict[int, set[Key]] = {}
        """The package variables and names of fields that hold a channel."""
        self._keys: dict[Key, int] = {}
        """What the code that was added does with package variables and fields."""

    def __contains__(self, thing: object) -> bool:
        return id(thing) in self.seen

    def powers(self, channel: Channel) -> int:
        """What can be done with a channel by who reaches it (SEND, RECEIVE, CLOSE); 0 also when nobody does."""
        found = self._channels.get(id(channel), 0)
        for key in self._through.get(id(channel), ()):
            found |= self._keys.get(key, 0)
        return found

    def add(self, things: Iterable[Any]) -> None:
        for thing in things:
            if type(thing) not in LEAVES:
                if type(thing) is Channel:
                    self._channels[id(thing)] = ALL_POWERS
                self._add(thing)

    def _add(self, thing: Any) -> None:
        if id(thing) not in self.seen:
            self.seen[id(thing)] = thing
            self._todo.append(thing)

    def _add_held(self, value: Any, v: c.Var | c.GlobalVar, powers: int | None) -> None:
        """Adds what a variable holds; of a channel only these powers, or (None) those of the code that was added."""
        if type(value) is Box and type(value.v) is Channel and _is_channel(v.type):
            value = value.v
        if type(value) is not Channel:
            self.add((value,))
        elif powers is None:
            self._through.setdefault(id(value), set()).add(v)
            self._add(value)
        else:
            self._channels[id(value)] = self._channels.get(id(value), 0) | powers
            self._add(value)

    def add_code(self, uses: Uses) -> None:
        """Adds what code names, its local variables excepted."""
        values = self.heap.values
        for variable in uses.globals:
            if variable.symbol in values:
                self._add_held(values[variable.symbol], variable, None)
        for key in (*uses.powers, *uses.flows):
            if not isinstance(key, c.Var):
                self._keys[key] = self._keys.get(key, 0) | self.heap.powers(uses, key)
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
            self._add_call(g.fn, g.args)
            return
        self.add((g.param, g.timer))
        # What it sends in a select, or was handed over to it, and it has not taken yet.
        self.add(w.param for w in g.cases)
        linked = self.heap.linked
        inner = None
        for frame in self.heap.frames(g):
            call = linked.call_of(frame, frame.f_lineno)
            if call is None:
                if inner is None or not linked.hands_on(frame):
                    self.add(_python_values(frame))
                inner = None
                continue
            inner = call
            uses = self.heap.rest(*call)
            library = self.heap.is_library(call[0].pos)
            if not library:
                self.add_code(uses)
            for v, value in linked.variables(frame).items():
                if v in uses.variables:
                    self._add_held(value, v, ALL_POWERS if library else self.heap.powers(uses, v))
            self.add(linked.temporaries(frame))

    def _add_call(self, callee: Any, args: Sequence[Any]) -> None:
        """Adds a call that has not begun."""
        self.add((callee,))
        function = self.heap.linked.function_of(callee) if type(callee) is FunctionType else None
        if function is None or self.heap.is_foreign(function):
            self.add(args)
            return
        for v, value in zip(self.heap.linked.lowered(function).params, args, strict=True):
            self._add_held(value, v, self.heap.powers_of(function, v))

    def close(self) -> None:
        linked = self.heap.linked
        while self._todo:
            thing = self._todo.pop()
            self.heap.visited += 1
            if type(thing) is FunctionType:
                function = linked.function_of(thing)
                if function is not None:
                    self.add_function(function)
                    for v, value in linked.captured(thing).items():
                        self._add_held(value, v, self.heap.powers_of(function, v))
                    continue
                if thing.__module__.startswith(_WALKER):
                    continue
            elif type(thing) is tuple and len(thing) == 2 and type(thing[0]) is RType:
                for function in self.heap.methods(thing[0].type):
                    self.add_function(function)
            own = self._is_own_struct(type(thing))
            for label, target in references(thing):
                if own and type(target) is Channel:
                    self._through.setdefault(id(target), set()).add(label[1:])
                    self._add(target)
                else:
                    self.add((target,))

    def _is_own_struct(self, cls: type) -> bool:
        """Whether a class is that of a struct type that the program declares, whose fields only its code names. (With
        package reflect others get at them, too.)"""
        names = self.heap.library_names
        own = cls.__name__.partition(".")[0] not in names and "reflect" not in names
        return own and hasattr(cls, "_fields") and hasattr(cls, "_zero")


def _is_channel(t: Type) -> bool:
    return isinstance(unalias(t).underlying(), Chan)


def _library_names(linked: Linked) -> frozenset[str]:
    """The last elements of the library's import paths, by which names of types begin."""
    paths = (file.path for file in linked.files.files)
    return frozenset(path.split("/")[-2] for path in paths if path.startswith(LIBRARY_PREFIX))


def _python_values(frame: FrameType) -> Iterator[Any]:
    """What a frame of minigo's own holds that may be the program's: natives' arguments, operands. A channel that an
    engine is just using is left out: the goroutine's code tells how."""
    module = frame.f_globals.get("__name__", "")
    if module.startswith(_SCHEDULER):
        return
    walking = module.startswith("minigo.engine")
    operating = walking or frame.f_code.co_filename.startswith("<op ")
    free = frame.f_code.co_freevars
    for name, value in frame.f_locals.items():
        if name in free or (walking and (name in ("a", "self") or isinstance(value, dict))):
            continue
        if operating and type(value) is Channel:
            continue
        if operating and type(value) is tuple:  # the operands of a select
            yield from (x for x in value if type(x) is not Channel)
            continue
        yield value
