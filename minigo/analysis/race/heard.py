"""Clocks that listen: happens-before of a run, but for its locks, from the events of the bus."""

from __future__ import annotations

from collections.abc import Callable

from minigo.analysis.race.clocks import Passage, Thread, Threads, exchange
from minigo.analysis.race.vectors import ZERO, Vector, joined

EVENTS = (
    "go", "end", "makechan", "send", "recv", "close", "wgadd", "wgwait", "signal", "wait", "atomic", "timer", "ready",
)  # fmt: skip
"""The events that advance clocks. What only locks have ordered counts as concurrent."""


class HeardClocks:
    """`observe` is called with every event; `thread` tells the clock of a goroutine."""

    def __init__(self) -> None:
        self._threads = Threads()
        self._alive: dict[int, Thread] = {1: self._threads.first}
        self._channels: dict[int, Passage] = {}
        self._senders: dict[int, Thread] = {}
        """Whose value is in an unbuffered channel."""
        self._objects: dict[int, Vector] = {}
        self._timers: dict[int, Vector] = {}
        self._fired: Vector | None = None
        self._handlers: dict[str, Callable[..., None]] = {
            "go": self._go,
            "end": self._end,
            "makechan": self._makechan,
            "send": self._send,
            "recv": self._recv,
            "close": self._close,
            "wgadd": self._wgadd,
            "wgwait": self._acquire_object,
            "signal": self._release_object,
            "wait": self._acquire_object,
            "atomic": self._atomic,
            "timer": self._timer,
        }

    def thread(self, g: int) -> Thread:
        """The clock of a goroutine; the main goroutine's stands for those that have none."""
        return self._alive.get(g) or self._threads.first

    def observe(self, kind: str, g: int, p: int, time_ns: int, *details: int | str | bool) -> None:
        """Advances the clocks by an event."""
        handler = self._handlers.get(kind)
        if handler is not None:
            handler(self.thread(g), *details)
        if kind != "timer":
            self._fired = None

    def _go(self, parent: Thread, child: int, name: str, pos: str) -> None:
        known = self._fired if self._fired is not None else parent.release()
        self._alive[child] = self._threads.begin(child, known)

    def _end(self, t: Thread) -> None:
        self._threads.end(t)
        if t.id != 1:
            del self._alive[t.id]

    def _timer(self, t: Thread, timer: int, what: str) -> None:
        if what == "fire":
            self._fired = self._timers.get(timer, ZERO)
        else:
            self._timers[timer] = joined(self._timers.get(timer, ZERO), t.release())

    def _makechan(self, t: Thread, channel: int, capacity: int) -> None:
        self._channels[channel] = Passage(capacity)

    def _send(self, t: Thread, channel: int, message: int) -> None:
        passage = self._channels[channel]
        if self._fired is not None:
            passage.fired = joined(passage.fired, self._fired)
        elif passage.capacity == 0:
            self._senders[channel] = t
        else:
            passage.send(t)

    def _recv(self, t: Thread, channel: int, message: int, ok: bool) -> None:
        passage = self._channels[channel]
        if not ok:
            if passage.closed is not None:
                t.learn(passage.closed)
        elif passage.capacity == 0:
            exchange(self._senders.pop(channel), t)
        else:
            t.learn(passage.fired)
            passage.receive(t)

    def _close(self, t: Thread, channel: int) -> None:
        self._channels[channel].closed = t.release()

    def _wgadd(self, t: Thread, id: int, delta: int, counter: int) -> None:
        if delta < 0:
            self._release_object(t, id)

    def _release_object(self, t: Thread, id: int, *details: int) -> None:
        self._objects[id] = joined(self._objects.get(id, ZERO), t.release())

    def _acquire_object(self, t: Thread, id: int) -> None:
        t.learn(self._objects.get(id, ZERO))

    def _atomic(self, t: Thread, place: int, operation: str) -> None:
        if operation not in ("store", "put"):
            t.learn(self._objects.get(place, ZERO))
        if operation not in ("load", "get"):
            self._release_object(t, place)
