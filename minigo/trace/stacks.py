"""The sizes of the goroutines' stacks while a program runs.

A stack is looked at whenever its goroutine does what is an event, and when sysmon looks: a recursion that is over
before the next of these is not seen. Invariant: `total` is the sum of all stacks.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from greenlet import getcurrent

from minigo.runtime.sched.stacks import FRAME_BYTES, STACK_MIN, grown, shrunk

if TYPE_CHECKING:
    from types import FrameType

    from minigo.runtime.run import Run
    from minigo.runtime.sched.machine import Machine

_FRAMES_OF_EVENTS = 6
"""What is on a stack besides Go's frames, at least, when an event is announced: this module's two, the bus, the
machine, the operation, and what began the goroutine."""
_FRAMES_OF_SYSMON = 5
"""The same when sysmon looks: this module's two, sysmon, the scheduler, and what began the goroutine."""


class StackSizes:
    """To be made before the run starts. Sizes are in bytes."""

    def __init__(self, run: Run, machine: Machine) -> None:
        self.total = 0
        self.peak = 0
        """The most that all stacks took together."""
        self.largest = 0
        """The largest that a single one was."""
        self.growths = 0
        self.shrinks = 0
        self._run = run
        self._machine = machine
        self._larger: dict[int, int] = {}
        """By goroutine, if its stack is larger than the first one."""
        bus = machine.bus
        bus.subscribe(self._begin, "go")
        bus.subscribe(self._end, "end")
        bus.subscribe(self._look)
        bus.subscribe(self._collect, "gc")
        machine.watchers.append(self._watch)
        self._add(STACK_MIN)  # main's

    def _begin(self, kind: str, g: int, p: int, time: int, child: int, name: str, pos: str) -> None:
        self._add(STACK_MIN)

    def _end(self, kind: str, g: int, p: int, time: int) -> None:
        self._add(-self._larger.pop(g, STACK_MIN))

    def _look(self, kind: str, g: int, p: int, time: int, *details: object) -> None:
        self._measure(_FRAMES_OF_EVENTS)

    def _watch(self, now: int, until: int) -> None:
        self._measure(_FRAMES_OF_SYSMON)

    def _measure(self, others: int) -> None:
        """Looks at the stack that this is called on, if a goroutine's that goes on; `others`: its frames not of Go."""
        g = self._machine.g
        if g.greenlet is not getcurrent():
            return
        size = self._larger.get(g.id, STACK_MIN)
        try:
            # Python frames are at least as many as Go's and these: mostly there is nothing to count.
            sys._getframe(size // FRAME_BYTES + others)
        except ValueError:
            return
        self._resize(g.id, size, grown(size, self._frames(sys._getframe())))

    def _collect(self, kind: str, g: int, p: int, time: int) -> None:
        for info in self._machine.goroutines():
            size = self._larger.get(info.id)
            if size is not None:
                frame = sys._getframe() if info.id == g else info.frame
                self._resize(info.id, size, shrunk(size, self._frames(frame)))

    def _frames(self, frame: FrameType | None) -> int:
        """How many of a goroutine's frames are Go's; `frame` is the innermost one."""
        describe = self._run.describe
        count = 0
        while frame is not None:
            if describe(frame, frame.f_lineno) is not None:
                count += 1
            frame = frame.f_back
        return count

    def _resize(self, g: int, old: int, new: int) -> None:
        if new == old:
            return
        if new > old:
            self.growths += (new // old).bit_length() - 1
        else:
            self.shrinks += 1
        self._larger[g] = new
        if new == STACK_MIN:
            del self._larger[g]
        self._add(new - old)
        self.largest = max(self.largest, new)

    def _add(self, change: int) -> None:
        self.total += change
        self.peak = max(self.peak, self.total)
        self.largest = max(self.largest, STACK_MIN)
