"""Order: who keeps, while a program runs, what comes before what (the race detector).

The machine tells it directly what goroutines, timers and channels do: an observer of the event bus would cost each
switch and each channel operation its short way. What package sync does is told by its natives (Run.guard_native).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from minigo.runtime.sched.chan import Channel
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.timers import Timer


class Order(Protocol):
    def begun(self, g: G) -> None:
        """The current goroutine has started `g`; or a timer has, or g is the main goroutine."""

    def ended(self, g: G) -> None: ...

    def armed(self, t: Timer) -> None:
        """The current goroutine has started a timer."""

    def fires(self, t: Timer) -> None:
        """What happens until `fired` is the timer's doing."""

    def fired(self) -> None: ...

    def made(self, ch: Channel) -> None: ...

    def handed(self, ch: Channel, sender: G, receiver: G) -> None:
        """A value has gone through the channel, whose buffer is empty."""

    def sent(self, ch: Channel, sender: G) -> None:
        """A value is in the buffer now."""

    def received(self, ch: Channel, receiver: G) -> None:
        """A value has left the buffer, and none that a waiting sender had has moved in yet."""

    def drained(self, ch: Channel) -> None:
        """The current goroutine has received from a closed channel that is empty."""

    def closed(self, ch: Channel) -> None: ...
