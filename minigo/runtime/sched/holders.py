"""Who holds which lock, and since which place in the program: kept only in runs whose end may have to be explained.

A lock is known by its object's identity, and only while it is held: a copy of a locked Mutex has no holder. Invariants:
nothing here changes the run. Who unlocks need not be who locked: a Mutex has one holder at most, and an RUnlock by a
goroutine that holds no read lock ends somebody's, the oldest."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Protocol

Hold = tuple[int, Any]
"""The goroutine's id, and the place where it locked (what `mark` made of it)."""


class Listener(Protocol):
    """Hears of every lock that is taken and given back, `how` is "read" or "write"."""

    def taken(self, lock: Any, how: str, g: int, mark: Any, tried: bool) -> None: ...
    def given(self, lock: Any, how: str, g: int) -> None: ...


class Holders:
    """`mark` turns a Python frame into a place in the Go program, cheaply; the linker's, see Linked.mark. `listener`
    hears of the program's own locks, not of the Mutexes inside RWMutexes."""

    __slots__ = ("codes", "listener", "mark", "readers", "writer")

    def __init__(self) -> None:
        self.mark: Callable[[FrameType], Any] = lambda frame: None
        self.codes: set[int] = set()
        """The identities of code objects that are the program's own functions: of a frame of one of them `mark` would
        make the code and the instruction."""
        self.listener: Listener | None = None
        self.writer: dict[int, Hold] = {}
        self.readers: dict[int, list[Hold]] = {}

    def locked(self, lock: Any, g: int, inner: bool = False, tried: bool = False) -> None:
        """Called by what locks, which Go calls; `inner`: the lock is a part of another one."""
        mark = self.mark(sys._getframe(2))
        self.writer[id(lock)] = (g, mark)
        if self.listener is not None and not inner:
            self.listener.taken(lock, "write", g, mark, tried)

    def unlocked(self, lock: Any, g: int, inner: bool = False) -> None:
        hold = self.writer.pop(id(lock), None)
        if self.listener is not None and not inner:
            self.listener.given(lock, "write", hold[0] if hold is not None else g)

    def rlocked(self, lock: Any, g: int, tried: bool = False) -> None:
        mark = self.mark(sys._getframe(2))
        self.readers.setdefault(id(lock), []).append((g, mark))
        if self.listener is not None:
            self.listener.taken(lock, "read", g, mark, tried)

    def runlocked(self, lock: Any, g: int) -> None:
        holds = self.readers.get(id(lock))
        if not holds:
            return
        mine = [i for i, hold in enumerate(holds) if hold[0] == g]
        ended = holds.pop(mine[-1] if mine else 0)
        if not holds:
            del self.readers[id(lock)]
        if self.listener is not None:
            self.listener.given(lock, "read", ended[0])

    def of(self, lock: object) -> list[tuple[str, Hold]]:
        """All holds of a lock: how ("write" or "read") and who."""
        writer = self.writer.get(id(lock))
        holds = [("write", writer)] if writer is not None else []
        return holds + [("read", hold) for hold in self.readers.get(id(lock), ())]
