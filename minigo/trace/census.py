"""What a run did, counted for each P, for the goroutines by what they waited for, and for the threads.

An observer of the event stream: a run that nobody asks for statistics pays nothing. Times are virtual nanoseconds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from minigo.record import field, record

if TYPE_CHECKING:
    from minigo.runtime.events import Bus


@record(slots=True)
class ProcessorCount:
    """`polls`: goroutines that it took from the global queue. `stolen`: goroutines that it got by stealing."""

    switches: int = 0
    steals: int = 0
    stolen: int = 0
    preemptions: int = 0
    polls: int = 0


@record(slots=True)
class WaitCount:
    """How often goroutines waited for one reason, and how long in all and at most; `now`: how many still do."""

    times: int = 0
    total: int = 0
    longest: int = 0
    now: int = 0


@record(slots=True)
class Census:
    """To be made before the run starts."""

    bus: Bus
    processors: dict[int, ProcessorCount] = field(default_factory=dict)
    waits: dict[str, WaitCount] = field(default_factory=dict)
    spinning: int = 0
    """How often a thread was woken to look for work."""
    _parked: dict[int, tuple[str, int]] = field(default_factory=dict)
    """By goroutine: for what it waits, and since when."""

    def __post_init__(self) -> None:
        handlers: dict[str, Callable[..., None]] = {
            "run": self._run,
            "steal": self._steal,
            "preempt": self._preempt,
            "park": self._park,
            "ready": self._ready,
            "wake": self._wake,
            "syscall": self._syscall,
            "sysret": self._sysret,
        }
        for kind, handler in handlers.items():
            self.bus.subscribe(handler, kind)

    def processor(self, p: int) -> ProcessorCount:
        return self.processors.setdefault(p, ProcessorCount())

    def _run(self, kind: str, g: int, p: int, time: int, source: str) -> None:
        count = self.processor(p)
        count.switches += 1
        count.polls += source == "global"

    def _steal(self, kind: str, g: int, p: int, time: int, victim: int, n: int) -> None:
        count = self.processor(p)
        count.steals += 1
        count.stolen += n

    def _preempt(self, kind: str, g: int, p: int, time: int) -> None:
        self.processor(p).preemptions += 1

    def _wake(self, kind: str, g: int, p: int, time: int, spinning: bool) -> None:
        self.spinning += spinning

    def _park(self, kind: str, g: int, p: int, time: int, reason: str, thing: int) -> None:
        self._wait(g, reason, time)

    def _ready(self, kind: str, g: int, p: int, time: int, woken: int) -> None:
        self._end(woken, time)

    def _syscall(self, kind: str, g: int, p: int, time: int) -> None:
        self._wait(g, "syscall", time)

    def _sysret(self, kind: str, g: int, p: int, time: int) -> None:
        self._end(g, time)

    def _wait(self, g: int, reason: str, time: int) -> None:
        self._parked[g] = (reason, time)
        count = self.waits.setdefault(reason, WaitCount())
        count.times += 1
        count.now += 1

    def _end(self, g: int, time: int) -> None:
        reason, since = self._parked.pop(g)
        count = self.waits[reason]
        waited = max(time - since, 0)
        count.now -= 1
        count.total += waited
        count.longest = max(count.longest, waited)
