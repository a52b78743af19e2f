"""Happens-before: vector clocks of the goroutines, advanced by the events of the run.

After Go's memory model; what synchronises with what:
- a go statement with the start of the goroutine; starting a timer with what it does when it fires;
- a send with its receive. Unbuffered channels: both ways. Buffered: through the slot, so that the k-th receive also
  comes before the (k+C)-th send. A close with the receives that it lets through;
- Unlock with later Locks; RUnlock with later Locks but not with RLocks; Done with the Waits it lets through; Signal
  and Broadcast with the Waits they wake; Put with Get of a Pool; atomic operations on a variable, in their order.
What is built of these (Once, Map, contexts, OnceFunc) needs no rule of its own.

Invariants: an epoch of a goroutine ends with each release, so two accesses in one epoch have the same past and future;
`Thread.epoch` is the object that stands for the current one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minigo.record import field, record

LOCK_EVENTS = ("lock", "unlock", "rlock", "runlock")
EVENTS = (
    "go", "end", "makechan", "send", "recv", "close", "wgadd", "wgwait", "signal", "wait", "atomic", "timer", "ready",
    *LOCK_EVENTS,
)  # fmt: skip
"""The events that advance clocks. Without those of the locks, what only locks have ordered counts as concurrent."""

Clock = dict[int, int]
"""A vector clock: how many releases of each goroutine are known. Goroutines of which nothing is known are left out."""


class Epoch:
    """The stretch of a goroutine's life between two releases: `thread`'s `clock`-th."""

    __slots__ = ("clock", "thread")

    def __init__(self, thread: Thread, clock: int) -> None:
        self.thread = thread
        self.clock = clock


class Thread:
    """A goroutine: `known` is its vector clock. `created` is the stack of the go statement at `go_pos`, and
    `parent` the goroutine that executed it."""

    __slots__ = ("created", "epoch", "finished", "frame", "frames", "go_pos", "id", "known", "parent")

    def __init__(self, id: int, known: Clock, parent: Thread | None = None, created: Any = None) -> None:
        self.id = id
        self.parent = parent
        self.known = known
        known[id] = 1
        self.epoch = Epoch(self, 1)
        self.created = created
        self.go_pos: Any = None
        self.finished = False
        self.frame: Any = None
        self.frames: Any = None

    def release(self) -> Clock:
        """What others may learn from this goroutine now; begins a new epoch."""
        known = self.known.copy()
        clock = self.known[self.id] = self.epoch.clock + 1
        self.epoch = Epoch(self, clock)
        return known

    def acquire(self, clock: Clock) -> None:
        """Learns what `clock` knows."""
        merge(self.known, clock)


def merge(into: Clock, clock: Clock) -> None:
    """The later of both, for each goroutine."""
    for id, n in clock.items():
        if into.get(id, 0) < n:
            into[id] = n


@record(slots=True)
class _Channel:
    capacity: int
    slots: list[Clock]
    sent: int = 0
    received: int = 0
    closed: Clock = field(default_factory=dict)
    sender: Thread | None = None


@record(slots=True)
class _Lock:
    """`writer`: what the last Unlock knew. `readers`: what RUnlocks since then knew."""

    writer: Clock = field(default_factory=dict)
    readers: Clock = field(default_factory=dict)


class Clocks:
    """All vector clocks of a run. `observe` is called with every event; `changed()` whenever an epoch ends, `stack()`
    gives the stack of the current goroutine."""

    def __init__(self, changed: Callable[[], None], stack: Callable[[], Any]) -> None:
        self.changed = changed
        self.stack = stack
        self.threads: dict[int, Thread] = {1: Thread(1, {})}
        self.alone = True
        """Whether there has been only the main goroutine, and no timer."""
        self._channels: dict[int, _Channel] = {}
        self._locks: dict[int, _Lock] = {}
        self._objects: dict[int, Clock] = {}
        self._timers: dict[int, Clock] = {}
        self._fired: Clock | None = None
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
            self.threads[child] = Thread(child, self._fired.copy())
            return
        self.threads[child] = Thread(child, parent.release(), parent, self.stack())

    def _end(self, t: Thread) -> None:
        t.finished = True
        t.frame = t.frames = None

    def _timer(self, t: Thread, timer: int, what: str) -> None:
        self.alone = False
        if what == "fire":
            self._fired = self._timers.get(timer, {})
        else:
            merge(self._timers.setdefault(timer, {}), t.release())

    # ------------------------------------------------------------ channels

    def _makechan(self, t: Thread, channel: int, capacity: int) -> None:
        self._channels[channel] = _Channel(capacity, [{} for _ in range(min(capacity, 1))])

    def _send(self, t: Thread, channel: int, message: int) -> None:
        ch = self._channels[channel]
        if self._fired is not None:
            merge(ch.slots[0], self._fired)
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
            self._through(t, ch, ch.received)
            ch.received += 1

    def _through(self, t: Thread, ch: _Channel, number: int) -> None:
        """A value goes through its slot: who uses a slot knows what those before knew."""
        i = number % ch.capacity
        while len(ch.slots) <= i:
            ch.slots.append({})
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
        t.acquire(lock.readers)

    def _unlocked(self, t: Thread, id: int) -> None:
        lock = self._lock_of(id)
        lock.writer = t.release()
        lock.readers = {}

    def _rlocked(self, t: Thread, id: int) -> None:
        t.acquire(self._lock_of(id).writer)

    def _runlocked(self, t: Thread, id: int) -> None:
        merge(self._lock_of(id).readers, t.release())

    def _wgadd(self, t: Thread, id: int, delta: int, counter: int) -> None:
        if delta < 0:
            self._release_object(t, id)

    def _release_object(self, t: Thread, id: int, *details: Any) -> None:
        merge(self._objects.setdefault(id, {}), t.release())

    def _acquire_object(self, t: Thread, id: int) -> None:
        t.acquire(self._objects.get(id, {}))

    def _atomic(self, t: Thread, place: int, operation: str) -> None:
        if operation not in ("store", "put"):
            t.acquire(self._objects.get(place, {}))
        if operation not in ("load", "get"):
            self._release_object(t, place)
