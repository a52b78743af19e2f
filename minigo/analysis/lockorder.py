"""Potential deadlocks: locks that goroutines took in different orders, although nothing hung in this run.

The lock graph has an edge from a lock to another when a goroutine took the second while it held the first. A cycle is
reported unless it cannot close: all of its edges belong to different goroutines, no lock outside of the cycle (a gate)
was held at two of the edges, two readers never wait for each other, and no two edges are ordered by happens-before.
Locks order nothing here: the order in which they were taken is what may be otherwise next time. After Havelund's
GoodLock ("Using Runtime Analysis to Guide Model Checking of Java Programs", SPIN 2000), with the clocks of the race
detector.

Also reported: a read lock taken again by its holder while a writer may come in between, and a goroutine that waits for
a lock that it holds itself. That somebody else unlocks is no error: the holder counts as having unlocked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from minigo.analysis.causes import DOUBLE_LOCK, HINTS, LOCK_CYCLE, RECURSIVE_READ
from minigo.analysis.findings import LOCK_ORDER, Finding, stack_data
from minigo.analysis.names import Names, numbered
from minigo.analysis.places import Places
from minigo.analysis.race.clocks import Epoch
from minigo.analysis.race.heard import EVENTS, HeardClocks
from minigo.analysis.race.vectors import Vector, component
from minigo.analysis.sites import Sites
from minigo.analysis.waits import LOCK_REASONS
from minigo.record import record
from minigo.runtime.sched.g import WAITING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from minigo.analysis.heap import Heap
    from minigo.engine.linker import Linked
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.machine import Machine
    from minigo.runtime.traceback import Frame

MAX_VISITS = 100_000
"""Edges that the search for cycles follows."""


@record(slots=True, eq=False)
class Taken:
    """A lock that a goroutine has: `known` is what the goroutine knew of others when it took it, in its `epoch`."""

    lock: int
    how: str
    g: int
    mark: Any
    frames: list[Frame]
    known: Vector
    epoch: Epoch


@record(slots=True, eq=False)
class Edge:
    """A goroutine took `second` while it held `first`; `gates` are the other locks that it held, with how."""

    first: Taken
    second: Taken
    gates: dict[int, str]


class LockOrder:
    """Listens to the locks of a run (Holders.listener) and to what orders goroutines (the event bus)."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.edges: dict[tuple[int, int], list[Edge]] = {}
        self.reentries: list[Edge] = []
        self.writes: dict[int, list[tuple[Taken, dict[int, str]]]] = {}
        self._clocks = HeardClocks()
        machine.bus.subscribe(self._clocks.observe, *EVENTS)
        self._numbers: dict[int, tuple[int, Any]] = {}
        self._held: dict[int, list[Taken]] = {}
        self._seen: set[Any] = set()
        self.linked: Linked | None = None

    # ------------------------------------------------------------ listening

    def _number(self, lock: Any) -> int:
        known = self._numbers.get(id(lock))
        if known is None:
            # Keeping the lock keeps its identity from being given to another.
            known = self._numbers[id(lock)] = (len(self._numbers) + 1, lock)
        return known[0]

    def taken(self, lock: Any, how: str, g: int, mark: Any, tried: bool) -> None:
        number = self._number(lock)
        held = self._held.setdefault(g, [])
        thread = self._clocks.thread(g)
        thread.settled = None
        assert self.linked is not None
        now = Taken(number, how, g, mark, self.linked.stack(sys._getframe(1)), thread.known, thread.epoch)
        for i, first in enumerate(held if not tried else ()):
            gates = {t.lock: t.how for t in held[:i] if t.lock not in (first.lock, number)}
            key = (first.lock, number, first.how, how, g, first.mark, mark, tuple(sorted(gates.items())))
            if key in self._seen:
                continue
            self._seen.add(key)
            if first.lock != number:
                self.edges.setdefault((first.lock, number), []).append(Edge(first, now, gates))
            elif first.how == how == "read":
                self.reentries.append(Edge(first, now, gates))
        if how == "write" and not tried:
            gates = {t.lock: t.how for t in held}
            write = (number, g, mark, tuple(sorted(gates.items())))
            if write not in self._seen:
                self._seen.add(write)
                self.writes.setdefault(number, []).append((now, gates))
        held.append(now)

    def given(self, lock: Any, how: str, g: int) -> None:
        number = self._number(lock)
        held = self._held.get(g, [])
        for i in range(len(held) - 1, -1, -1):
            if held[i].lock == number and held[i].how == how:
                del held[i]
                return

    # ------------------------------------------------------------ the verdict

    def findings(self, heap: Heap, deadlocked: bool) -> list[Finding]:
        """The potential deadlocks of the run, which is over; `deadlocked`: who waits for what is explained already."""
        cycles, reads = list(self._cycles()), list(self._recursive_reads())
        double = [] if deadlocked else self._double_locks()
        if not cycles and not reads and not double:
            return []
        about = [t for t, _ in double] + [t for cycle in cycles for e in cycle for t in (e.first, e.second)]
        describe = _Describe(self, heap, [*about, *(edge.first for edge, _ in reads)])
        found = [describe.double(first, g) for first, g in double]
        found += [describe.cycle(cycle) for cycle in cycles]
        return found + [describe.reentry(edge, write) for edge, write in reads]

    def _double_locks(self) -> list[tuple[Taken, G]]:
        """Goroutines that wait for a lock that they hold themselves."""
        found = []
        for g in self.machine.allgs.values():
            if g.status == WAITING and g.wait_reason in LOCK_REASONS and id(g.wait_object) in self._numbers:
                number = self._number(g.wait_object)
                found += [(t, g) for t in self._held.get(g.id, ()) if t.lock == number and t.how == "write"]
        return found

    def lock(self, number: int) -> Any:
        return next(lock for n, lock in self._numbers.values() if n == number)

    def _cycles(self) -> Iterator[list[Edge]]:
        following: dict[int, list[int]] = {}
        for first, second in self.edges:
            following.setdefault(first, []).append(second)
        told: set[frozenset[int]] = set()
        visits = 0
        for start in sorted(following):
            stack: list[list[Edge]] = [
                [e] for n in sorted(following[start]) if n >= start for e in self.edges[start, n]
            ]
            while stack and visits < MAX_VISITS:
                path = stack.pop()
                visits += 1
                last = path[-1].second.lock
                locks = frozenset(e.first.lock for e in path)
                if last == start:
                    if locks not in told and _conflict(path[-1], path[0]):
                        told.add(locks)
                        yield path
                    continue
                if last in locks or last < start:
                    continue
                for n in following.get(last, ()):
                    for e in self.edges[last, n]:
                        if _conflict(path[-1], e) and all(_may_meet(e, other) for other in path):
                            stack.append([*path, e])

    def _recursive_reads(self) -> Iterator[tuple[Edge, Taken]]:
        told: set[tuple[Any, Any]] = set()
        for edge in self.reentries:
            for write, gates in self.writes.get(edge.first.lock, ()):
                other = Edge(write, write, gates)
                if _may_meet(edge, other) and (edge.second.mark, write.mark) not in told:
                    told.add((edge.second.mark, write.mark))
                    yield edge, write


def _conflict(edge: Edge, following: Edge) -> bool:
    """Whether who waits for the lock at the end of `edge` has to wait for who holds it at the start of the next one."""
    return edge.second.how == "write" or following.first.how == "write"


def _may_meet(a: Edge, b: Edge) -> bool:
    """Whether two goroutines can be between the locks of these edges at the same time."""
    if a.first.g == b.first.g:
        return False
    if any(gate in b.gates and "write" in (how, b.gates[gate]) for gate, how in a.gates.items()):
        return False
    return not _before(a, b) and not _before(b, a)


def _before(a: Edge, b: Edge) -> bool:
    """Whether the second lock of `a` was always taken before the first one of `b`."""
    epoch, later = a.second.epoch, b.first
    index = epoch.thread.index
    # Goroutines that share an index follow each other.
    return index == later.epoch.thread.index or epoch.clock <= component(later.known, index)


class _Describe:
    """Turns what was found into words."""

    def __init__(self, order: LockOrder, heap: Heap, about: list[Taken]) -> None:
        """`about`: the locks that there is something to say of."""
        self.order = order
        self._places = Places(heap.linked, Sites(heap))
        self._heap_names = Names(heap, [order.lock(taken.lock) for taken in about])
        named = {taken.lock: self._named(taken) for taken in reversed(about)}
        texts = numbered({lock: named[lock][0] for lock in dict.fromkeys(taken.lock for taken in about)})
        self.names = {lock: (texts[lock], declared) for lock, (_, declared) in named.items()}

    def place(self, mark: Any) -> str:
        return self._places.of(mark)

    def _named(self, taken: Taken) -> tuple[str, str]:
        """The name of a lock, and where it is declared: what leads to it now, or else what it was called where it was
        taken."""
        lock = self.order.lock(taken.lock)
        name = self._heap_names.name(lock)
        if name is not None:
            return name.text, self._places.position(name.pos)
        return self._places.lock(lock, taken.mark)

    def of(self, taken: Taken) -> str:
        return f"`{self.names[taken.lock][0]}`"

    def double(self, first: Taken, g: G) -> Finding:
        lines = [
            f"minigo: {DOUBLE_LOCK}: goroutine {g.id} waits for {self.of(first)}, which it holds itself "
            f"since {self.place(first.mark)}"
        ]
        return self._finding(DOUBLE_LOCK, lines, [first])

    def cycle(self, cycle: list[Edge]) -> Finding:
        least = min(range(len(cycle)), key=lambda i: cycle[i].first.g)
        cycle = cycle[least:] + cycle[:least]
        lines = [f"minigo: potential deadlock: {LOCK_CYCLE} (nothing hung in this run)"]
        for edge in cycle:
            how = "read-locks" if edge.second.how == "read" else "locks"
            lines.append(
                f"  goroutine {edge.first.g} {how} {self.of(edge.second)} at {self.place(edge.second.mark)} "
                f"while it holds {self.of(edge.first)} since {self.place(edge.first.mark)}"
            )
        lines.append("  no lock is held around both orders, and nothing else keeps them apart")
        finding = self._finding(LOCK_CYCLE, lines, [t for edge in cycle for t in (edge.first, edge.second)])
        finding.cycle = [edge.first.g for edge in cycle]
        return finding

    def reentry(self, edge: Edge, write: Taken) -> Finding:
        lines = [
            f"minigo: potential deadlock: {RECURSIVE_READ} (nothing hung in this run)",
            f"  goroutine {edge.first.g} read-locks {self.of(edge.first)} at {self.place(edge.second.mark)} "
            f"although it holds it since {self.place(edge.first.mark)}",
            f"  goroutine {write.g} locks it at {self.place(write.mark)}: coming in between, it would wait for the "
            "first read lock, and the second one for it",
        ]
        return self._finding(RECURSIVE_READ, lines, [edge.first, edge.second, write])

    def _finding(self, name: str, lines: list[str], taken: list[Taken]) -> Finding:
        lines.append(f"  hint: {HINTS[name]}")
        for t in taken:
            lines += ["", f"  {self.of(t)} locked by goroutine {t.g} at:"]
            lines += [line for f in t.frames for line in (f"    {f.function}()", f"        {f.path}:{f.line}")]
        finding = Finding(LOCK_ORDER, name, lines[0].removeprefix("minigo: "), "\n".join(lines) + "\n", HINTS[name])
        for number in dict.fromkeys(t.lock for t in taken):
            text, declared = self.names[number]
            finding.objects.append({"kind": "lock", "name": text, "declared": declared})
        finding.stacks = [stack_data(f"{self.of(t)} locked by goroutine {t.g}", t.frames) for t in taken]
        return finding
