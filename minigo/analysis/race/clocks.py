"""Happens-before: the vector clocks of goroutines, and what goes with the values through a channel.

After Go's memory model; what synchronises with what:
- a go statement with the start of the goroutine; starting a timer with what it does when it fires;
- a send with its receive. Unbuffered channels: both ways. Buffered: through the slot, so that the k-th receive also
  comes before the (k+C)-th send. A close with the receives that it lets through;
- Unlock with later Locks; RUnlock with later Locks but not with RLocks; Done with the Waits it lets through; Signal
  and Broadcast with the Waits they wake; Put with Get of a Pool; atomic operations on a variable, in their order.
What is built of these (Once, Map, contexts, OnceFunc) needs no rule of its own.

Invariants: an epoch of a goroutine ends with each release, unless nothing has happened in it that others will be
compared with; so two accesses in one epoch have the same past and future. `Thread.epoch` is the object that stands for
the current one. Of goroutines that follow each other in time, those that know all of the ones before may share an index
in the clocks: who knows of a later one then knows the earlier ones.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from minigo.analysis.race.vectors import UNITS, ZERO, Vector, component, joined, with_component

CANDIDATES = 4
"""How many of the goroutines that have ended are asked whether a new one may have their index."""


class Epoch:
    """The stretch of a goroutine's life between two releases: `thread`'s `clock`-th."""

    __slots__ = ("clock", "thread")

    def __init__(self, thread: Thread, clock: int) -> None:
        self.thread = thread
        self.clock = clock


class Thread:
    """A goroutine: `known` is its vector clock, in which its own component (at `index`) counts the epochs that are
    over. `settled` is `known` as long as nothing has happened in the current epoch that others will be compared with,
    then None. `created` is the stack of the go statement at `go_pos`, and `parent` the goroutine that executed it.
    `frame` is Python's frame of a Go call on its stack, and `frames` the stack from there."""

    __slots__ = (
        "created",
        "epoch",
        "finished",
        "frame",
        "frames",
        "go_pos",
        "id",
        "index",
        "known",
        "parent",
        "settled",
    )

    def __init__(
        self, id: int, index: int, clock: int, known: Vector, parent: Thread | None = None, created: Any = None
    ) -> None:
        self.id = id
        self.index = index
        self.parent = parent
        self.known = known
        self.settled: Vector | None = known
        self.epoch = Epoch(self, clock)
        self.created = created
        self.go_pos: Any = None
        self.finished = False
        self.frame: Any = None
        self.frames: Any = None

    def knows(self, epoch: Epoch) -> bool:
        """Whether an epoch is over and came before now, or is the current one."""
        other = epoch.thread
        if other.index == self.index:
            return True  # its own, or one's that it follows
        return epoch.clock <= component(self.known, other.index)

    def release(self) -> Vector:
        """What others may learn from this goroutine now; begins a new epoch, unless nothing counts in this one."""
        known = self.settled
        if known is None:
            known, index, clock = self.known, self.index, self.epoch.clock
            if type(known) is int and index < len(UNITS):
                known += UNITS[index]
            else:
                known = with_component(known, index, clock)
            self.known = self.settled = known
            self.epoch = Epoch(self, clock + 1)
        return known

    def learn(self, clock: Vector) -> None:
        """Learns what a vector clock tells."""
        known = self.known
        if clock is not known:
            known = self.known = joined(known, clock)
            if self.settled is not None:
                self.settled = known


def exchange(t: Thread, other: Thread) -> None:
    """Both learn what the other one knows."""
    known, theirs = t.release(), other.release()
    if known is not theirs:
        t.known = t.settled = other.known = other.settled = joined(known, theirs)


class Threads:
    """The goroutines of a run: gives them their indices."""

    def __init__(self) -> None:
        self.first = Thread(1, 0, 1, ZERO)
        """The main goroutine."""
        self._ended: deque[Thread] = deque()
        """Goroutines that have ended, whose index nobody took over."""
        self._indices = 1

    def begin(self, id: int, known: Vector, parent: Thread | None = None, created: Any = None) -> Thread:
        """A new goroutine that knows `known`."""
        ended = self._ended
        for _ in range(min(CANDIDATES, len(ended))):
            before = ended.popleft()
            clock = before.epoch.clock
            last = clock if before.settled is None else clock - 1
            if component(known, before.index) >= last:
                return Thread(id, before.index, last + 1, known, parent, created)
            ended.append(before)
        self._indices += 1
        return Thread(id, self._indices - 1, 1, known, parent, created)

    def end(self, t: Thread) -> None:
        """The goroutine is dead."""
        t.finished = True
        t.frame = t.frames = None
        if t is not self.first:
            self._ended.append(t)


class Passage:
    """What goes through a buffered channel besides values: who uses a slot knows what those before knew.

    `sent` and `received` number the slots that come next. `slots` has what those know that `base` is not true of (None
    elsewhere), `others` of them; `_same` slots have got `_last` one after another. `fired` is what timers let
    receivers know. `usual`: nobody listens to the channel, and it is open; `closed` is what the goroutine knew that
    closed it."""

    __slots__ = (
        "_last",
        "_same",
        "base",
        "capacity",
        "closed",
        "fired",
        "others",
        "received",
        "sent",
        "slots",
        "usual",
    )

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.slots: list[Vector | None] = []
        self.base: Vector = ZERO
        self.sent = 0
        self.received = 0
        self.usual = True
        self.closed: Vector | None = None
        self.fired: Vector = ZERO
        self.others = 0
        self._last: Vector | None = None
        self._same = 0

    @property
    def settled(self) -> Vector | bool:
        """What all slots know, if they know the same; else False."""
        return False if self.others else self.base

    def send(self, t: Thread) -> None:
        self.through(t, self.sent)
        self.sent += 1

    def receive(self, t: Thread) -> None:
        self.through(t, self.received)
        self.received += 1

    def through(self, t: Thread, number: int) -> None:
        """The goroutine uses the slot of the `number`-th value."""
        slots, i = self.slots, number % self.capacity
        old = slots[i] if i < len(slots) else None
        told = self.base if old is None else old
        known = t.known
        if told is not known:
            known = t.known = joined(known, told)
        if t.settled is None:
            known = t.release()
        else:
            t.settled = known
        if known is told:
            return
        if known is self._last:
            self._same += 1
            if self._same >= self.capacity:
                self.base = known
                self.slots = []
                self.others = 0
                return
        else:
            self._last = known
            self._same = 1
        if known is self.base:
            slots[i] = None
            self.others -= 1
            return
        if old is None:
            self.others += 1
            while len(slots) <= i:
                slots.append(None)
        slots[i] = known
