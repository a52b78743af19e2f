"""Happens-before: vector clocks of the goroutines, advanced by the events of the run.

After Go's memory model; what synchronises with what:
- a go statement with the start of the goroutine; starting a timer with what it does when it fires;
- a send with its receive. Unbuffered channels: both ways. Buffered: through the slot, so that the k-th receive also
  comes before the (k+C)-th send. A close with the receives that it lets through;
- Unlock with later Locks; RUnlock with later Locks but not with RLocks; Done with the Waits it lets through; Signal
  and Broadcast with the Waits they wake; Put with Get of a Pool; atomic operations on a variable, in their order.
What is built of these (Once, Map, contexts, OnceFunc) needs no rule of its own.

Invariants: an epoch of a goroutine ends with each release, so two accesses in one epoch have the same past and future;
`Thread.epoch` is the object that stands for the current one. Of goroutines that follow each other in time, those that
know all of the ones before may share an index in the clocks: who knows of a later one then knows the earlier ones.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from minigo.analysis.race.vectors import ZERO, Vector, component, joined, with_component
from minigo.record import record

LOCK_EVENTS = ("lock", "unlock", "rlock", "runlock")
EVENTS = (
    "go", "end", "makechan", "send", "recv", "close", "wgadd", "wgwait", "signal", "wait", "atomic", "timer", "ready",
    *LOCK_EVENTS,
)  # fmt: skip
"""The events that advance clocks. Without those of the locks, what only locks have ordered counts as concurrent."""

Snapshot = tuple[Vector, int, int]
"""What a goroutine lets others know: its vector clock without its own component, its index, and that component."""

CANDIDATES = 4
"""How many of the goroutines that have ended are asked whether a new one may have their index."""


class Epoch:
    """The stretch of a goroutine's life between two releases: `thread`'s `clock`-th. `used`: something happened
    in it that others will be compared with."""

    __slots__ = ("clock", "thread", "used")

    def __init__(self, thread: Thread, clock: int) -> None:
        self.thread = thread
        self.clock = clock
        self.used = False


class Thread:
    """A goroutine: `known` is its vector clock, but for its own component at `index`, which is its epoch's `clock`.
    `created` is the stack of the go statement at `go_pos`, and `parent` the goroutine that executed it."""

    __slots__ = ("created", "epoch", "finished", "frame", "frames", "go_pos", "id", "index", "known", "parent")

    def __init__(
        self, id: int, index: int, clock: int, known: Vector, parent: Thread | None = None, created: Any = None
    ) -> None:
        self.id = id
        self.index = index
        self.parent = parent
        self.known = known
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

    def release(self) -> Snapshot:
        """What others may learn from this goroutine now; begins a new epoch."""
        clock = self.epoch.clock
        self.epoch = Epoch(self, clock + 1)
        return self.known, self.index, clock

    def acquire(self, snapshot: Snapshot | None) -> None:
        """Learns what the snapshot tells."""
        if snapshot is None:
            return
        known, index, clock = snapshot
        # Who knows of a release knows what it told.
        if index != self.index and component(self.known, index) < clock:
            self.known = with_component(joined(self.known, known), index, clock)

    def learn(self, clock: Vector) -> None:
        """Learns what a vector clock tells."""
        self.known = joined(self.known, clock)


def vector(snapshot: Snapshot) -> Vector:
    """A snapshot as a vector clock."""
    known, index, clock = snapshot
    return with_component(known, index, clock)


@record(slots=True)
class _Channel:
    capacity: int
    slots: list[Snapshot | None]
    sent: int = 0
    received: int = 0
    closed: Snapshot | None = None
    sender: Thread | None = None
    fired: Vector = ZERO


@record(slots=True)
class _Lock:
    """`writer`: what the last Unlock knew. `readers`: what RUnlocks since then knew."""

    writer: Snapshot | None = None
    readers: Vector = ZERO


class Clocks:
    """All vector clocks of a run. `observe` is called with every event; `changed()` whenever an epoch ends, `stack()`
    gives the stack of the current goroutine."""

    def __init__(self, changed: Callable[[], None], stack: Callable[[], Any]) -> None:
        self.changed = changed
        self.stack = stack
        self.threads: dict[int, Thread] = {1: Thread(1, 0, 1, ZERO)}
        """The goroutines that have not ended."""
        self.alone = True
        """Whether there has been only the main goroutine, and no timer."""
        self._channels: dict[int, _Channel] = {}
        self._locks: dict[int, _Lock] = {}
        self._objects: dict[int, Vector] = {}
        self._timers: dict[int, Vector] = {}
        self._fired: Vector | None = None
        self._ended: deque[Thread] = deque()
        """Goroutines that have ended, whose index nobody took over."""
        self._indices = 1
        self._handlers: dict[str, Callable[..., None]] = {
            "go": self._go,
            "end": self._end,
            "makechan": self._makechan,
            "send": self._send,
            "recv": self._recv,
            "close": self._close,
            "lock": self._locked,
            "unlock": self._unlocked,
            "rlock": self._rlocked,
            "runlock": self._runlocked,
            "wgadd": self._wgadd,
            "wgwait": self._acquire_object,
            "signal": self._release_object,
            "wait": self._acquire_object,
            "atomic": self._atomic,
            "timer": self._timer,
        }

    def observe(self, kind: str, g: int, p: int, time_ns: int, *details: Any) -> None:
        """Advances the clocks by an event."""
        handler = self._handlers.get(kind)
        if handler is not None:
            handler(self.threads.get(g) or self.threads[1], *details)
            self.changed()
        if kind != "timer":
            self._fired = None

    # ------------------------------------------------------------ goroutines, timers

    def _go(self, parent: Thread, child: int, name: str, pos: str) -> None:
        self.alone = False
        if self._fired is not None:
            self.threads[child] = self._thread(child, self._fired)
            return
        self.threads[child] = self._thread(child, vector(parent.release()), parent, self.stack())

    def _thread(self, id: int, known: Vector, parent: Thread | None = None, created: Any = None) -> Thread:
        """A new goroutine that knows `known`."""
        ended = self._ended
        for _ in range(min(CANDIDATES, len(ended))):
            before = ended.popleft()
            last = before.epoch.clock if before.epoch.used else before.epoch.clock - 1
            if component(known, before.index) >= last:
                return Thread(id, before.index, last + 1, known, parent, created)
            ended.append(before)
        self._indices += 1
        return Thread(id, self._indices - 1, 1, known, parent, created)

    def _end(self, t: Thread) -> None:
        t.finished = True
        t.frame = t.frames = None
        if t.id != 1:
            del self.threads[t.id]
            self._ended.append(t)

    def _timer(self, t: Thread, timer: int, what: str) -> None:
        self.alone = False
        if what == "fire":
            self._fired = self._timers.get(timer, ZERO)
        else:
            self._timers[timer] = joined(self._timers.get(timer, ZERO), vector(t.release()))

    # ------------------------------------------------------------ channels

    def _makechan(self, t: Thread, channel: int, capacity: int) -> None:
        self._channels[channel] = _Channel(capacity, [None] * min(capacity, 1))

    def _send(self, t: Thread, channel: int, message: int) -> None:
        ch = self._channels[channel]
        if self._fired is not None:
            ch.fired = joined(ch.fired, self._fired)
        elif ch.capacity == 0:
            ch.sender = t
        else:
            self._through(t, ch, ch.sent)
            ch.sent += 1

    def _recv(self, t: Thread, channel: int, message: int, ok: bool) -> None:
        ch = self._channels[channel]
        if not ok:
            t.acquire(ch.closed)
        elif ch.capacity == 0:
            sender = ch.sender
            assert sender is not None
            known = sender.release()
            sender.acquire(t.release())
            t.acquire(known)
        else:
            t.learn(ch.fired)
            self._through(t, ch, ch.received)
            ch.received += 1

    def _through(self, t: Thread, ch: _Channel, number: int) -> None:
        """A value goes through its slot: who uses a slot knows what those before knew."""
        i = number % ch.capacity
        while len(ch.slots) <= i:
            ch.slots.append(None)
        t.acquire(ch.slots[i])
        ch.slots[i] = t.release()

    def _close(self, t: Thread, channel: int) -> None:
        self._channels[channel].closed = t.release()

    # ------------------------------------------------------------ package sync

    def _lock_of(self, id: int) -> _Lock:
        lock = self._locks.get(id)
        if lock is None:
            lock = self._locks[id] = _Lock()
        return lock

    def _locked(self, t: Thread, id: int) -> None:
        lock = self._lock_of(id)
        t.acquire(lock.writer)
        t.learn(lock.readers)

    def _unlocked(self, t: Thread, id: int) -> None:
        lock = self._lock_of(id)
        lock.writer = t.release()
        lock.readers = ZERO

    def _rlocked(self, t: Thread, id: int) -> None:
        t.acquire(self._lock_of(id).writer)

    def _runlocked(self, t: Thread, id: int) -> None:
        lock = self._lock_of(id)
        lock.readers = joined(lock.readers, vector(t.release()))

    def _wgadd(self, t: Thread, id: int, delta: int, counter: int) -> None:
        if delta < 0:
            self._release_object(t, id)

    def _release_object(self, t: Thread, id: int, *details: Any) -> None:
        self._objects[id] = joined(self._objects.get(id, ZERO), vector(t.release()))

    def _acquire_object(self, t: Thread, id: int) -> None:
        t.learn(self._objects.get(id, ZERO))

    def _atomic(self, t: Thread, place: int, operation: str) -> None:
        if operation not in ("store", "put"):
            t.learn(self._objects.get(place, ZERO))
        if operation not in ("load", "get"):
            self._release_object(t, place)
