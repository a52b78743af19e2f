"""Where the program's text sends on, receives from or closes a channel, or unlocks, signals or is done with something.

What an operation works on is known by name: the variable itself, a field of the same name, or a parameter or variable
of the same type that may stand for it. So a site listed here may be meant for another object, but none is missing
unless the object goes through a value that has no variable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from minigo.analysis.liveness import all_expressions
from minigo.analysis.names import Name, named_type, type_at
from minigo.core import nodes as c
from minigo.core.visit import statements
from minigo.record import record
from minigo.runtime.sched.chan import Channel
from minigo.source import Pos
from minigo.types.types import Chan, Pointer, Type, unalias

if TYPE_CHECKING:
    from minigo.analysis.heap import Heap
    from minigo.core.program import Function

_CHANNEL_OPS = {
    "chan.send": "send", "chan.recv": "receive", "chan.recv2": "receive", "chan.close": "close",
    "race.send": "send", "race.recv": "receive", "race.recv2": "receive",
}  # fmt: skip
_METHODS = {
    f"sync.(*{owner}).{name}": name
    for owner, names in {
        "Mutex": ("Lock", "Unlock"),
        "RWMutex": ("Lock", "Unlock", "RLock", "RUnlock"),
        "WaitGroup": ("Add", "Done", "Go", "Wait"),
        "Cond": ("Signal", "Broadcast", "Wait"),
    }.items()
    for name in names
}

Operand = tuple[c.Var | c.GlobalVar | None, tuple[str, ...]]
"""The variable that an operand begins with, and the fields that follow."""


@record(slots=True, frozen=True)
class Site:
    """An operation in the program's text. `what` is send, receive, close, or the method's name."""

    what: str
    pos: Pos
    function: Function
    operand: Operand

    def is_about(self, name: Name | None) -> bool:
        """Whether the operand is called like an object of that name, by the same variable."""
        root, path = self.operand
        return name is not None and root is name.root and path == tuple(map(_any_index, name.path))


class Sites:
    """The operations of all functions that the program can come to, found when first asked for."""

    def __init__(self, heap: Heap) -> None:
        self.heap = heap
        self._all: list[Site] | None = None
        self._of: dict[int, list[Site]] = {}

    def all(self) -> list[Site]:
        if self._all is None:
            self._all = []
            done: set[Function] = set()
            linked = self.heap.linked
            todo = [linked.source().main, linked.source().init]
            while todo:
                f = todo.pop()
                if f in done or f.native is not None or self.heap.is_library(f.pos):
                    continue
                done.add(f)
                self._all += _operations(linked.lowered(f))
                uses = self.heap.uses(f)
                todo += uses.functions
                for t in uses.converted:
                    todo += self.heap.methods(t)
            self._all.sort(key=lambda site: (site.pos, site.what))
        return self._all

    def on(self, thing: Any, name: Name | None) -> list[Site]:
        """The operations that may be about `thing`, in the order of the text."""
        known = self._of.get(id(thing))
        if known is None:
            known = self._of[id(thing)] = [site for site in self.all() if self._meant(site, thing, name)]
        return known

    def _meant(self, site: Site, thing: Any, name: Name | None) -> bool:
        root, path = site.operand
        is_channel = isinstance(thing, Channel)
        if is_channel != (site.what in ("send", "receive", "close")):
            return False
        if site.is_about(name):
            return True
        if root is None or not self._fits(root, path, thing):
            return False
        if name is not None and name.root is not None and not path and not is_channel:
            # A variable that is an object itself is another one.
            return isinstance(unalias(root.type), Pointer)
        fields = [label for label in path if label.startswith(".")]
        mine = [label for label in name.path if label.startswith(".")] if name is not None else []
        return not fields or not mine or fields[-1] == mine[-1]

    def _fits(self, root: c.Var | c.GlobalVar, path: tuple[str, ...], thing: Any) -> bool:
        """Whether an operand has the type of `thing`, as far as that is known."""
        t = type_at(root, path)
        if t is None:
            return bool(path)
        if isinstance(thing, Channel):
            return self._is_channel_of(t, thing)
        return named_type(t) == _type_of(thing)

    def anywhere(self, what: str, thing: Any) -> bool:
        """Whether the text has an operation that could be about `thing`, whatever it is called there."""
        return any(
            site.what == what and (site.operand[0] is None or self._fits(*site.operand, thing))  # type: ignore[arg-type]
            for site in self.all()
        )

    def _is_channel_of(self, t: Type, channel: Channel) -> bool:
        under = unalias(t).underlying()
        return isinstance(under, Chan) and self.heap.linked.rtype(under.elem) is channel.elem


def _any_index(label: str) -> str:
    return "[...]" if label.startswith("[") else label


def _type_of(thing: Any) -> str:
    return type(thing).__name__


def _operations(function: Function) -> Iterator[Site]:
    for s in statements(function.body):
        if isinstance(s, c.Go | c.Defer) and isinstance(s.callee, c.FuncRef):
            yield from _method(s.callee.function, s.args, s.pos, function)
    for e in all_expressions(function.body):
        match e:
            case c.Op() if e.name in _CHANNEL_OPS:
                yield Site(_CHANNEL_OPS[e.name], e.pos, function, operand(e.args[0]))
            case c.Select():
                for case in e.cases:
                    what = "send" if case.dir == "send" else "receive"
                    yield Site(what, case.pos or e.pos, function, operand(case.chan))
            case c.Call() if isinstance(e.callee, c.FuncRef):
                yield from _method(e.callee.function, e.args, e.pos, function)


def _method(called: Function, args: list[c.Expr], pos: Pos, function: Function) -> Iterator[Site]:
    what = _METHODS.get(called.name)
    if what is not None and args:
        yield Site(what, pos, function, operand(args[0]))


def operand(e: c.Expr) -> Operand:
    """The variable and the fields that an expression names; (None, ()) when it names none."""
    path: list[str] = []
    while True:
        match e:
            case c.Local() | c.LocalBox() | c.Global() | c.GlobalBox():
                return e.var, tuple(reversed(path))
            case c.Field():
                path.append(f".{e.name}")
                e = e.x
            case c.Index() | c.MapIndex():
                path.append("[...]")
                e = e.x
            case c.Deref():
                e = e.x
            case c.Op() if e.name in ("addr.field",):
                path.append(f".{e.attrs[0]}")
                e = e.args[0]
            case c.Op() if e.name in ("nilcheck", "addr.inner") or e.name.startswith("race."):
                if not e.args:
                    return None, ()
                e = e.args[0]
            case _:
                return None, ()
