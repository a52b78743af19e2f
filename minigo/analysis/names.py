"""Names for the objects of a run that stands still: the variables through which one gets to them.

The shortest way counts: `mu` before `s.mu`; among equals package variables come first, then the goroutines as they are
numbered, and of a goroutine the outermost call. So an object has one name in all that is said of it. Objects whose
names would be the same, as those of one variable in several calls, are numbered: `mu#1`, `mu#2`.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from types import FunctionType
from typing import TYPE_CHECKING, Any

from minigo.core import nodes as c
from minigo.record import record
from minigo.runtime.references import LEAVES, references
from minigo.source import NO_POS, Pos
from minigo.types.types import Array, Map, Named, Pointer, Slice, Struct, Type, unalias

if TYPE_CHECKING:
    from minigo.analysis.heap import Heap

MAX_VISITED = 200_000
"""Objects that are looked at before the search for names is given up."""


@record(slots=True)
class Name:
    """How the program calls an object. `root` is the variable that the way begins with, `pos` where the variable or
    field is declared (NO_POS: unknown)."""

    text: str
    root: c.Var | c.GlobalVar | None = None
    path: tuple[str, ...] = ()
    pos: Pos = NO_POS


class Names:
    """Finds the names of `targets`. `owners` leads from the lock inside a RWMutex to the RWMutex, `contexts` has the
    done channels of contexts, both by identity."""

    def __init__(self, heap: Heap, targets: Iterable[Any]) -> None:
        self.heap = heap
        self.owners: dict[int, Any] = {}
        self.contexts: set[int] = set()
        self._wanted = {id(thing) for thing in targets}
        self._names: dict[int, Name] = {}
        self._search()

    def name(self, thing: Any) -> Name | None:
        """The name of an object; None when no variable leads to it."""
        return self._names.get(id(thing))

    def owner(self, lock: Any) -> Any:
        """The RWMutex that a Mutex belongs to, or the Mutex itself."""
        return self.owners.get(id(lock), lock)

    # ------------------------------------------------------------ the search

    def _roots(self) -> Iterator[tuple[c.Var | c.GlobalVar, Any]]:
        heap = self.heap
        declared = heap.linked.source().globals
        for symbol, value in sorted(heap.values.items()):
            variable = declared.get(symbol)
            if variable is not None and not heap.is_library(variable.pos):
                yield variable, value
        for g in heap.machine.allgs.values():
            frames = [(f, call) for f in heap.frames(g) if (call := heap.linked.call_of(f, f.f_lineno)) is not None]
            for frame, call in reversed(frames):
                if not heap.is_library(call[0].pos):
                    variables = heap.linked.variables(frame)
                    for local in sorted((v for v in variables if v.pos != NO_POS), key=lambda v: v.pos):
                        yield local, variables[local]

    def _search(self) -> None:
        if not self._wanted:
            return
        missing = len(self._wanted)
        seen: set[int] = set()
        kept: list[Any] = []
        todo: deque[tuple[Any, Any, tuple[str, ...]]] = deque((value, root, ()) for root, value in self._roots())
        while todo and missing and len(kept) < MAX_VISITED:
            thing, root, path = todo.popleft()
            if id(thing) in seen:
                continue
            seen.add(id(thing))
            kept.append(thing)
            if id(thing) in self._wanted:
                missing -= 1
                self._names[id(thing)] = self._made(root, path)
            behind = []
            for label, target in self._edges(thing):
                if type(target) in LEAVES or id(target) in seen:
                    continue
                if label:
                    todo.append((target, root, (*path, label)))
                else:
                    behind.append((target, root, path))
            todo.extendleft(reversed(behind))
        # A lock inside of another object is called like that: both are one thing.
        apart = {i: name.text for i, name in self._names.items() if i not in self.owners}
        for i, text in numbered(apart).items():
            self._names[i].text = text

    def _edges(self, thing: Any) -> Iterator[tuple[str, Any]]:
        if type(thing) is FunctionType:
            return  # what a function captured has names of its own
        names = [f.name for f in getattr(type(thing), "_fields", ())]
        if "readerCount" in names and "w" in names:
            self.owners[id(thing.f_w)] = thing
            if id(thing.f_w) in self._wanted:
                yield "", thing.f_w
        elif "children" in names and "done" in names:
            for _, inner in references(thing.f_done):
                for _, channel in references(inner):
                    self.contexts.add(id(channel))
                    yield ".Done()", channel
        yield from references(thing)

    def _made(self, root: c.Var | c.GlobalVar, path: tuple[str, ...]) -> Name:
        return Name(root_text(root) + "".join(path), root, path, declared_at(root, path))


def root_text(root: c.Var | c.GlobalVar) -> str:
    """What the program calls a variable; one of another package than main with the package's name."""
    return root.symbol.rpartition("/")[2].removeprefix("main.") if isinstance(root, c.GlobalVar) else root.name


def numbered(texts: dict[int, str]) -> dict[int, str]:
    """Names by what they name; those that are there more than once get numbers, in order."""
    times = Counter(texts.values())
    numbers: Counter[str] = Counter()
    found = {}
    for key, text in texts.items():
        numbers[text] += 1
        found[key] = f"{text}#{numbers[text]}" if times[text] > 1 else text
    return found


def declared_at(root: c.Var | c.GlobalVar, path: tuple[str, ...]) -> Pos:
    """Where the last field of a way from a variable is declared, or the variable, when the way has none."""
    return _follow(root, path)[0]


def type_at(root: c.Var | c.GlobalVar, path: tuple[str, ...]) -> Type | None:
    """The type of what a way from a variable leads to; None if it is not known."""
    return _follow(root, path)[1]


def _follow(root: c.Var | c.GlobalVar, path: tuple[str, ...]) -> tuple[Pos, Type | None]:
    pos = root.pos
    t: Type | None = root.type
    for label in path:
        while t is not None and isinstance(unalias(t).underlying(), Pointer):
            t = unalias(t).underlying().elem  # type: ignore[attr-defined]
        under = unalias(t).underlying() if t is not None else None
        if isinstance(under, Struct) and label.startswith("."):
            found = next((f for f in under.fields if f.name == label[1:]), None)
            t = found.type if found is not None else None
            pos = found.pos if found is not None else NO_POS
        elif isinstance(under, Slice | Array | Map) and label.startswith("["):
            t = under.elem
        else:
            t = None
            pos = NO_POS
    return pos, t


def named_type(t: Type) -> str:
    """The name of a declared type ("sync.Mutex"), through pointers; empty for others."""
    t = unalias(t)
    while isinstance(t, Pointer):
        t = unalias(t.elem)
    if not isinstance(t, Named):
        return ""
    return f"{t.obj.pkg.path}.{t.obj.name}" if t.obj.pkg is not None else t.obj.name
