"""The events that the runtime announces, the bus that carries them, and the recorder that makes two runs comparable.

An event is `(kind, g, p, time, *details)`: the goroutine and P it happens on (0 and -1 when there is none), virtual
time in nanoseconds, and details as listed in `KINDS`: ints, strs and bools only, so that streams can be compared.
Invariants: observers never change the run; with no observer `Bus.on` is False and nobody calls `emit`, so that an
absent observer costs one test of an attribute.
"""

from __future__ import annotations

from collections.abc import Callable

Detail = int | str | bool
Observer = Callable[..., None]

KINDS: dict[str, str] = {
    # goroutines
    "go": "child, function name, pos",
    "start": "function name: a goroutine runs for the first time",
    "run": "a P begins to run a goroutine; where it came from (runnext, local, global, steal, wake)",
    "park": "wait reason, id of the object waited for (0: none)",
    "ready": "the goroutine that is made runnable",
    "yield": "Gosched",
    "preempt": "by sysmon, at the end of a time slice",
    "goexit": "runtime.Goexit is called",
    "end": "the goroutine is dead",
    "steal": "victim P, how many",
    "idle": "a P finds nothing to run and gives up its thread",
    "wake": "an idle P gets a thread again; whether that looks for work (spins)",
    "gomaxprocs": "old, new",
    "syscall": "begins a system call",
    "sysret": "comes back from it",
    "lockthread": "is now locked to its thread: bool",
    "gc": "a garbage collection that the program asks for",
    # channels; a value's id pairs a send with the receive that got it
    "makechan": "channel, capacity",
    "send": "channel, value id",
    "recv": "channel, value id, ok",
    "close": "channel",
    "select": "number of cases, chosen case",
    # package sync and atomic
    "lock": "object",
    "unlock": "object",
    "rlock": "object",
    "runlock": "object",
    "wgadd": "object, delta, counter after",
    "wgwait": "object",
    "wait": "object: Cond.Wait",
    "signal": "object, how many are woken",
    "atomic": "object, operation",
    # memory, announced only by instrumented code
    "read": "place, pos",
    "write": "place, pos",
    # time
    "sleep": "until (ns)",
    "timer": "timer id, what: start, stop, reset, fire",
    # ends
    "panic": "text",
    "recover": "text",
    "output": "stream (1 stdout, 2 stderr), number of bytes",
}
"""Every kind of event with its details, in order."""


class Bus:
    """Hands each event to all observers, in the order in which they subscribed."""

    __slots__ = ("_all", "_by_kind", "on")

    def __init__(self) -> None:
        self.on = False
        """Whether anybody listens; test it before `emit`."""
        self._all: list[Observer] = []
        self._by_kind: dict[str, list[Observer]] = {}

    def subscribe(self, observer: Observer, *kinds: str) -> None:
        """`observer(kind, g, p, time, *details)` is called for events of `kinds` (of all kinds when none is given).

        Raises ValueError for an unknown kind.
        """
        unknown = [kind for kind in kinds if kind not in KINDS]
        if unknown:
            raise ValueError(f"unknown event kind {unknown[0]!r}")
        if not kinds:
            self._all.append(observer)
        for kind in kinds:
            self._by_kind.setdefault(kind, []).append(observer)
        self.on = True

    def wants(self, kind: str) -> bool:
        """Whether events of `kind` have an observer (expensive announcements ask once, at link time)."""
        return bool(self._all) or kind in self._by_kind

    def emit(self, kind: str, g: int, p: int, time_ns: int, *details: Detail) -> None:
        """Announce an event."""
        for observer in self._all:
            observer(kind, g, p, time_ns, *details)
        for observer in self._by_kind.get(kind, ()):
            observer(kind, g, p, time_ns, *details)


class Recorder:
    """Keeps the whole stream. Two runs had the same schedule when their recorders' digests are equal."""

    def __init__(self, bus: Bus, *kinds: str) -> None:
        self.events: list[tuple[Detail, ...]] = []
        bus.subscribe(self._observe, *kinds)

    def _observe(self, *event: Detail) -> None:
        self.events.append(event)

    def lines(self) -> list[str]:
        """One line of text an event."""
        return [" ".join(str(part) for part in event) for event in self.events]

    def digest(self) -> str:
        """The sha256 of the stream, in hex."""
        import hashlib  # loads OpenSSL: not for runs that need no digest

        digest = hashlib.sha256()
        for line in self.lines():
            digest.update(line.encode("utf-8", "surrogatepass"))
            digest.update(b"\n")
        return digest.hexdigest()
