"""The test of each access against those before it.

`Watch.read` and `write` are what all accesses come to in the end; the usual ones first ask on the spot whether the
goroutine has done the same in this epoch already (accesses.py). A pair of places in the program is reported once. After
a race nothing is known of the memory it was about, as in Go: what comes next would mostly repeat the report.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from minigo.analysis.race.clocks import Thread
from minigo.analysis.race.order import Clocks
from minigo.analysis.race.shadow import Cells, Noted, Shadow
from minigo.runtime.traceback import Frame

if TYPE_CHECKING:
    from types import FrameType

    from minigo.engine.linker import Linked
    from minigo.source import Pos

Found = Callable[[Cells, int, Noted, bool, Noted, bool], None]
"""`found(cells, i, access, whether it writes, earlier access, whether that wrote)`."""


class Watch:
    """`found` is told of races, `announce(kind, cells, i, pos)` of every access if there is anybody to hear of it.
    `linked` is set when the program is linked."""

    def __init__(
        self, clocks: Clocks, shadow: Shadow, found: Found, announce: Callable[[str, Cells, int, Pos], None] | None
    ) -> None:
        self.clocks = clocks
        self.machine = clocks.machine
        self.shadow = shadow
        self.found = found
        self.announce = announce
        self.linked: Linked | None = None

    # ------------------------------------------------------------ accesses

    def read(self, cells: Cells, i: int, pos: Pos, text: str, decl: Pos, inner: str = "") -> None:
        """A read of the i-th part by the current goroutine."""
        if self.clocks.alone:
            return
        if self.announce is not None:
            self.announce("read", cells, i, pos)
        thread: Thread = self.machine.g.thread
        last = cells.read[i]
        epoch = thread.epoch
        if last is not None and last[0] is epoch:
            return
        frame = sys._getframe(2)  # that of a helper's caller
        frames = thread.frames if frame is thread.frame else self._frames(thread, sys._getframe(1))
        access = (epoch, frames, pos, text, decl, inner, False)
        thread.settled = None
        write = cells.write[i]
        if write is not None and write[0].thread is not thread and not thread.knows(write[0]):
            self._raced(cells, i, access, write)
        elif last is None or (last[0].thread is thread and cells.readers is None):
            cells.read[i] = access
        else:
            self._add(cells, i, access)

    def write(self, cells: Cells, i: int, pos: Pos, text: str, decl: Pos, inner: str = "") -> None:
        """A write of the i-th part by the current goroutine."""
        if self.clocks.alone:
            return
        if self.announce is not None:
            self.announce("write", cells, i, pos)
        thread: Thread = self.machine.g.thread
        last = cells.write[i]
        epoch = thread.epoch
        if last is not None and last[0] is epoch:
            return
        frame = sys._getframe(2)  # that of a helper's caller
        frames = thread.frames if frame is thread.frame else self._frames(thread, sys._getframe(1))
        access = (epoch, frames, pos, text, decl, inner, False)
        thread.settled = None
        if last is None or last[0].thread is thread:
            read = cells.read[i]
            if read is None or (read[0].thread is thread and cells.readers is None):
                cells.write[i] = access
                cells.read[i] = None
                return
        self._written(cells, i, access)

    def atomic(self, cells: Cells, i: int, pos: Pos, text: str, decl: Pos, function: str) -> None:
        """An access by sync/atomic: races with those that are not."""
        if self.clocks.alone:
            return
        thread: Thread = self.machine.g.thread
        access = (thread.epoch, self._frames(thread, sys._getframe(1)), pos, text, decl, function, True)
        thread.settled = None
        if not function.startswith("Load"):
            self._written(cells, i, access)
            return
        write = cells.write[i]
        if write is not None and not write[6] and not thread.knows(write[0]):
            self._raced(cells, i, access, write)
        else:
            self._add(cells, i, access)

    def _raced(self, cells: Cells, i: int, access: Noted, write: Noted) -> None:
        self.found(cells, i, access, False, write, True)
        cells.forget(i)

    def _add(self, cells: Cells, i: int, access: Noted) -> None:
        thread = access[0].thread
        last = cells.read[i]
        readers = cells.readers
        if readers is not None and i in readers:
            readers[i][thread.id] = access
        elif last is not None and not thread.knows(last[0]):
            if readers is None:
                readers = cells.readers = {}
            readers[i] = {last[0].thread.id: last, thread.id: access}
        cells.read[i] = access

    def _written(self, cells: Cells, i: int, access: Noted) -> None:
        thread, atomic = access[0].thread, access[6]
        raced = False
        last = cells.write[i]
        if last is not None and not (last[6] and atomic) and not thread.knows(last[0]):
            self.found(cells, i, access, True, last, True)
            raced = True
        for reader in cells.reads(i):
            if not (reader[6] and atomic) and not thread.knows(reader[0]):
                self.found(cells, i, access, True, reader, False)
                raced = True
        cells.forget(i)
        if not raced:
            cells.write[i] = access

    # ------------------------------------------------------------ stacks

    def _frames(self, thread: Thread, frame: FrameType) -> list[Frame]:
        """The stack of the innermost Go call, found from a Python frame above it."""
        linked = self.linked
        assert linked is not None
        # The frames beneath a call stay as they are while it lasts.
        while frame is not thread.frame:
            if linked.call_of(frame, 0) is not None:
                thread.frame = frame
                thread.frames = linked.stack(frame)
                break
            assert frame.f_back is not None
            frame = frame.f_back
        frames: list[Frame] = thread.frames
        return frames

    def created(self) -> list[Frame]:
        """The stack of the current goroutine, which executes a go statement."""
        linked = self.linked
        assert linked is not None
        thread = self.clocks.now()
        frame: FrameType = sys._getframe(1)
        while (call := linked.call_of(frame, frame.f_lineno)) is None:
            assert frame.f_back is not None
            frame = frame.f_back
        here = linked.go_frame(*call) if frame is thread.frame else None
        if here is not None:
            return [here, *thread.frames[1:]]
        thread.frame = frame
        frames: list[Frame] = linked.stack(frame)
        thread.frames = frames
        return frames
