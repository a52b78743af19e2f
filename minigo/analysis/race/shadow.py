"""What is remembered of each place in memory: the last write, and the reads since then.

After "FastTrack: efficient and precise dynamic race detection" (Flanagan and Freund, PLDI 2009): a place remembers an
epoch for writes, and one for reads, or several while reads are concurrent. Nothing is evicted while the memory
lives, so a race that happened in a run is found wherever its second access comes.

Invariant: `Cells.write[i]` and `Cells.read[i]` belong to the i-th part of `owner` (field, element; 0 for whole things);
the owner is kept alive, so that its identity is not given to another, until nobody else has it.
"""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

from minigo.analysis.race.clocks import Epoch
from minigo.source import Pos


class Place(NamedTuple):
    """An access in the program: where, what the source calls the place, and where the variable in that is declared."""

    pos: Pos
    text: str
    decl: Pos


class Access:
    """An access that happened. `callers` are the frames that called the function it stands in, `inner` names frames of
    the runtime that stand above it."""

    __slots__ = ("atomic", "callers", "epoch", "function", "inner", "place")

    def __init__(self, epoch: Epoch, place: Place, function: str, callers: Any, inner: str, atomic: bool) -> None:
        self.epoch = epoch
        self.place = place
        self.function = function
        self.callers = callers
        self.inner = inner
        self.atomic = atomic


class Readers:
    """Concurrent reads of a place, the last of each goroutine; `epoch` is the latest's."""

    __slots__ = ("accesses", "epoch")

    def __init__(self, *accesses: Access) -> None:
        self.accesses = {a.epoch.thread.id: a for a in accesses}
        self.epoch = accesses[-1].epoch

    def add(self, access: Access) -> None:
        self.accesses[access.epoch.thread.id] = access
        self.epoch = access.epoch


class Cells:
    """The memory of an object."""

    __slots__ = ("number", "owner", "read", "write")

    def __init__(self, owner: Any, size: int, number: int) -> None:
        self.owner = owner
        self.number = number
        self.write: list[Access | None] = [None] * size
        self.read: list[Access | Readers | None] = [None] * size

    def forget(self, i: int) -> None:
        """Nothing is known of the i-th part any more."""
        self.write[i] = self.read[i] = None


FIRST_SWEEP = 20_000
"""Objects to be remembered before those that are dead are looked for."""

_ALIVE_HERE_ONLY = 2
"""References to an owner that only its Cells have: theirs, and the argument of getrefcount."""


class Shadow:
    """The Cells of all objects that were accessed."""

    def __init__(self) -> None:
        self.cells: dict[int, Cells] = {}
        self._made = 0
        self._sweep_at = FIRST_SWEEP

    def of(self, owner: Any, size: int) -> Cells:
        """The Cells of an object with `size` parts."""
        cells = self.cells.get(id(owner))
        if cells is None:
            if len(self.cells) >= self._sweep_at:
                self._sweep()
            self._made += 1
            cells = self.cells[id(owner)] = Cells(owner, size, self._made)
        return cells

    def _sweep(self) -> None:
        """Forgets the objects that the program does not have any more."""
        count = sys.getrefcount
        self.cells = {id: cells for id, cells in self.cells.items() if count(cells.owner) > _ALIVE_HERE_ONLY}
        self._sweep_at = max(FIRST_SWEEP, 2 * len(self.cells))
