"""What is to become of each signal, and when signals come: by the run's settings, or from the host.

What the host sends is only noted when it comes, at any time and in any thread; the machine looks at the notes when
sysmon wakes, and when there is nothing else to do.
Invariant: a listener without signals is not in the list.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from minigo.record import field, record
from minigo.runtime.sched import timers
from minigo.runtime.sched.timers import Timer

if TYPE_CHECKING:
    from minigo.runtime.sched.chan import Channel
    from minigo.runtime.sched.state import Sched

COUNT = 65
"""Signals are numbered below this."""
NUMBERS = {
    "HUP": 1,
    "INT": 2,
    "QUIT": 3,
    "ABRT": 6,
    "KILL": 9,
    "USR1": 10,
    "USR2": 12,
    "PIPE": 13,
    "ALRM": 14,
    "TERM": 15,
    "CHLD": 17,
    "CONT": 18,
    "STOP": 19,
    "TSTP": 20,
    "URG": 23,
    "WINCH": 28,
}
"""By name, without SIG; Linux's."""


class HostSignals:
    """Where the host's signals are noted: `post` may be called by a signal handler."""

    def __init__(self) -> None:
        self.posted: deque[int] = deque()
        self._arrived = threading.Event()
        self.wanted: Callable[[int], bool] = lambda number: False
        """Whether the program takes care of a signal; until it runs it does not."""
        self.before_wait: Callable[[], object] = lambda: None
        """What is to be done before the host's time passes: showing what was printed."""

    def post(self, number: int) -> None:
        self.posted.append(number)
        self._arrived.set()

    def wait(self, seconds: float | None) -> bool:
        """Lets the host's time pass until a signal comes; reports whether one did."""
        self.before_wait()
        return self._arrived.wait(seconds)

    def take(self) -> list[int]:
        """What came since the last call."""
        self._arrived.clear()
        taken = []
        while self.posted:
            taken.append(self.posted.popleft())
        return taken


@record(slots=True, eq=False)
class Listener:
    channel: Channel
    wanted: set[int]
    like: Callable[[int], Any]
    """The os.Signal with a number."""


@record(slots=True, eq=False)
class SignalTable:
    """`host` is None when nothing comes from outside. `act` lets a signal happen, inside the scheduler."""

    listeners: list[Listener] = field(default_factory=list)
    ignored: set[int] = field(default_factory=set)
    host: HostSignals | None = None
    act: Callable[[int], None] = lambda number: None

    def cared_for(self, number: int) -> bool:
        return number in self.ignored or any(number in listener.wanted for listener in self.listeners)

    def notify(self, channel: Channel, numbers: Iterable[int], like: Callable[[int], Any]) -> None:
        listener = next((one for one in self.listeners if one.channel is channel), None)
        if listener is None:
            listener = Listener(channel, set(), like)
            self.listeners.append(listener)
        listener.wanted.update(numbers)
        self.ignored.difference_update(numbers)

    def stop(self, channel: Channel) -> None:
        self.listeners = [one for one in self.listeners if one.channel is not channel]

    def forget(self, numbers: set[int], ignore: bool) -> None:
        """Undoes notify for signals, of all channels, and ignores them or not."""
        for listener in self.listeners:
            listener.wanted -= numbers
        self.listeners = [one for one in self.listeners if one.wanted]
        self.ignored = self.ignored | numbers if ignore else self.ignored - numbers


def arm(m: Sched, number: int, when: int) -> None:
    """A signal that will come at virtual time `when`."""
    timers.arm(m, Timer(lambda _timer, _when: m.signals.act(number)), when)


def look(m: Sched, now: int) -> bool:
    """Lets what the host sent happen at virtual time `now`; reports whether there was anything."""
    host = m.signals.host
    if host is None or not host.posted:
        return False
    for number in host.take():
        arm(m, number, now)
    return True


def may_come(m: Sched) -> bool:
    """Whether the program waits for signals, and the host can send some."""
    return m.signals.host is not None and bool(m.signals.listeners)


def await_host(m: Sched) -> bool:
    """Nobody can run: waits for the host's next signal, if one may come, no longer than the run's time-out allows."""
    host = m.signals.host
    if host is None or not may_come(m):
        return False
    seconds = None
    if m.host_deadline is not None and m.hooks.host_clock is not None:
        seconds = max(m.host_deadline - m.hooks.host_clock(), 0)
    host.wait(seconds)
    return True
