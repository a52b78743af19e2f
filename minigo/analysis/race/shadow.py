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
from minigo.runtime.traceback import Frame
from minigo.source import Pos


class Access(NamedTuple):
    """An access that happened: where in the program, what the source calls the place, and where the variable in that is
    declared. `frames` is the stack of the function it stands in, innermost first; the line of the first one need not be
    the access's. `inner` names frames of the runtime that stand above it."""

    epoch: Epoch
    frames: list[Frame]
    pos: Pos
    text: str
    decl: Pos
    inner: str
    atomic: bool


Noted = tuple[Epoch, list[Frame], Pos, str, Pos, str, bool]
"""The same as it is remembered: making a plain tuple takes a fraction of the time."""


class Cells:
    """The memory of an object. `read` has the latest reads; `readers`, for parts that were read concurrently, the
    latest of each goroutine (by its id)."""

    __slots__ = ("number", "owner", "read", "readers", "write")

    def __init__(self, owner: Any, size: int, number: int) -> None:
        self.owner = owner
        self.number = number
        self.write: list[Noted | None] = [None] * size
        self.read: list[Noted | None] = [None] * size
        self.readers: dict[int, dict[int, Noted]] | None = None

    def reads(self, i: int) -> list[Noted]:
        """All reads of the i-th part that count."""
        if self.readers is not None and i in self.readers:
            return list(self.readers[i].values())
        last = self.read[i]
        return [] if last is None else [last]

    def forget(self, i: int) -> None:
        """Nothing is known of the i-th part any more."""
        self.write[i] = self.read[i] = None
        if self.readers is not None:
            self.readers.pop(i, None)


FIRST_SWEEP = 20_000
"""Objects to be remembered before those that are dead are looked for."""

_ALIVE_HERE_ONLY = 2
"""References to an owner that only its Cells have: theirs, and the argument of getrefcount."""


class Shadow:
    """The Cells of all objects that were accessed, in `cells` by the objects' identities."""

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
        dead = [id for id, cells in self.cells.items() if count(cells.owner) <= _ALIVE_HERE_ONLY]
        for known in dead:
            del self.cells[known]
        self._sweep_at = max(FIRST_SWEEP, 2 * len(self.cells))
