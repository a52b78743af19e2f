"""What the machine tells of goroutines, timers and channels advances the clocks (runtime/sched/order.py).

Invariants: `G.thread` is the goroutine's Thread, `Channel.order` the Passage of a buffered channel. `Channel.settled`
is the clock that all slots of a channel have, if a goroutine that knows just that may use the channel without anything
changing but its buffer (so compiled code does it by itself); else False.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.analysis.race.clocks import Passage, Thread, Threads, exchange
from minigo.analysis.race.vectors import ZERO, Vector, joined

if TYPE_CHECKING:
    from minigo.runtime.sched.chan import Channel
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.machine import Machine
    from minigo.runtime.sched.timers import Timer


class Clocks:
    """All clocks of a run. `stack()` gives the stack of the current goroutine, which executes a go statement."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.stack: Callable[[], Any] = list
        self.alone = True
        """Whether there has been only the main goroutine, and no timer."""
        self._threads = Threads()
        self._fired: Vector | None = None
        machine.order = self

    def now(self) -> Thread:
        """The current goroutine; the main goroutine where there is none."""
        g = self.machine.g
        return self._thread(g)

    def _thread(self, g: G | None) -> Thread:
        thread: Thread | None = g.thread if g is not None else None
        return thread if thread is not None else self._threads.first

    # ------------------------------------------------------------ goroutines, timers

    def begun(self, g: G) -> None:
        if g is self.machine.main:
            g.thread = self._threads.first
            return
        self.alone = False
        if self._fired is not None:
            g.thread = self._threads.begin(g.id, self._fired)
            return
        parent = self.now()
        thread = g.thread = self._threads.begin(g.id, parent.release(), parent, self.stack())
        thread.go_pos = g.go_pos

    def ended(self, g: G) -> None:
        self._threads.end(g.thread)

    def armed(self, t: Timer) -> None:
        self.alone = False
        known = self.now().release()
        t.known = known if t.known is None else joined(t.known, known)

    def fires(self, t: Timer) -> None:
        self._fired = ZERO if t.known is None else t.known

    def fired(self) -> None:
        self._fired = None

    # ------------------------------------------------------------ channels

    def made(self, ch: Channel) -> None:
        if ch.capacity:
            ch.order = Passage(ch.capacity)
            ch.order.usual = ch.bubble is None and not self.machine.bus.on
            self._settle(ch)

    def _settle(self, ch: Channel) -> None:
        passage = ch.order
        ch.settled = passage.settled if passage.usual and ch.timer is None else False

    def helpers(self) -> dict[str, Callable[..., Any]]:
        """What compiled code calls to send and to receive: while nobody waits for anybody, buffered channels are served
        here."""
        m = self.machine
        chan_send, chan_recv = m.chan_send, m.chan_recv

        def race_send(c: Channel | None, v: Any) -> None:
            if c is not None and (passage := c.order) is not None and passage.usual and c.timer is None:
                buffer = c.buffer
                if len(buffer) < c.capacity and not c.recvq:
                    passage.through(m.g.thread, passage.received + len(buffer))
                    buffer.append(v)
                    c.settled = False if passage.others else passage.base
                    return
            chan_send(c, v)

        def race_recv(c: Channel | None) -> Any:
            if c is not None and (passage := c.order) is not None and passage.usual and c.timer is None:
                buffer = c.buffer
                if buffer and not c.sendq:
                    m.received = True
                    passage.through(m.g.thread, passage.received)
                    passage.received += 1
                    c.settled = False if passage.others else passage.base
                    return buffer.popleft()
            return chan_recv(c)

        return {"race_send": race_send, "race_recv": race_recv}

    def handed(self, ch: Channel, sender: G, receiver: G) -> None:
        if not ch.capacity:
            if self._fired is None:
                exchange(self._thread(sender), self._thread(receiver))
            return
        passage: Passage = ch.order
        taker = self._thread(receiver)
        if self._fired is not None:
            passage.fired = joined(passage.fired, self._fired)
        else:
            passage.sent = passage.received
            passage.send(self._thread(sender))
        taker.learn(passage.fired)
        passage.receive(taker)
        self._settle(ch)

    def sent(self, ch: Channel, sender: G) -> None:
        passage: Passage = ch.order
        if self._fired is not None:
            passage.fired = joined(passage.fired, self._fired)
            return
        passage.sent = passage.received + len(ch.buffer) - 1
        passage.send(self._thread(sender))
        self._settle(ch)

    def received(self, ch: Channel, receiver: G) -> None:
        passage: Passage = ch.order
        taker = self._thread(receiver)
        if passage.fired is not ZERO:
            taker.learn(passage.fired)
        passage.receive(taker)
        self._settle(ch)

    def drained(self, ch: Channel) -> None:
        known = ch.closing
        if known is not None:
            self.now().learn(known)

    def closed(self, ch: Channel) -> None:
        ch.closing = self.now().release()
        if ch.order is not None:
            ch.order.usual = False
        ch.settled = False
