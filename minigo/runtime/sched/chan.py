"""Channels: a ring buffer and two queues of waiting goroutines.

Invariants:
- At least one of `recvq` and `sendq` is empty, except for a goroutine that selects on both sides.
- Senders wait only when the buffer is full, receivers only when it is empty.
- A goroutine is in a queue from parking until somebody serves it. One that selects is there as a Case for each case;
  whoever serves one takes the others out of their queues as well.
- Who listens has subscribed before the run begins.

Follows Go's runtime/chan.go. Values are handed over directly to or from a waiting goroutine.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Protocol

from minigo.runtime.panics import FatalError, plain_error
from minigo.runtime.sched import timers
from minigo.runtime.sched.g import RUNNABLE, WAIT_RECEIVE, WAIT_RECEIVE_NIL, WAIT_SEND, WAIT_SEND_NIL
from minigo.runtime.sched.switch import park
from minigo.runtime.sched.wake import ready, wakep

if TYPE_CHECKING:
    from minigo.runtime.sched.bubble import Bubble
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched

MAX_CAPACITY = 1 << 47
"""No machine has memory for more."""


_NO_BUFFER: deque[Any] = deque(maxlen=0)


class ElemType(Protocol):
    """The element type of a channel: an RType."""

    def zero(self) -> Any: ...


class Closed:
    """What wakes a goroutine, as its `param`, when the channel that it waits for is closed."""


CLOSED = Closed()


class Case:
    """A case of a select in the queue of a channel (a sudog), where otherwise goroutines stand for themselves (`g` is
    None).

    `case` is the index in `G.cases`. `channel` may be nil (None). `param` is what it sends.
    Whoever serves one leaves it in the goroutine's `param`: its own is then what was received, or CLOSED."""

    __slots__ = ("case", "channel", "g", "param")

    def __init__(self, g: G, case: int) -> None:
        self.g = g
        self.case = case
        self.channel: Any = None
        self.param: Any = None


class Channel:
    """`elem` is the element type. `id` numbers channels in order of their making. `messages` runs parallel to `buffer`
    with the values' ids, as long as somebody listens to events. Unbuffered channels share one buffer, which stays
    empty. In the queues are Gs and Cases.

    `order`, `closing` (of its close) and `settled` belong to `Sched.order`.

    `special`: it has a timer or a bubble, or somebody listens. `room` is the capacity if the channel is neither special
    nor closed and no receiver waits, or else 0; `filled` is the buffer if it is neither special nor closed and no
    sender waits, or else empty. (After a select they may be 0 and empty until somebody has looked.) So sending, while
    there are fewer values than `room`, is to append to the buffer, and nothing else; receiving, while there are
    `filled` values, is to take the first. Compiled code does these by itself."""

    __slots__ = (
        "bubble",
        "buffer",
        "capacity",
        "closed",
        "closing",
        "elem",
        "filled",
        "id",
        "messages",
        "order",
        "recvq",
        "room",
        "sendq",
        "settled",
        "special",
        "timer",
    )

    def __init__(self, id: int, capacity: int, elem: ElemType, special: bool = False) -> None:
        self.id = id
        self.capacity = capacity
        self.elem = elem
        self.special = special
        self.room = 0 if special else capacity
        self.buffer: deque[Any] = deque() if capacity else _NO_BUFFER
        self.filled = _NO_BUFFER if special else self.buffer
        self.messages: deque[int] = deque() if capacity and special else _NO_BUFFER
        self.recvq: deque[Any] = deque()
        self.sendq: deque[Any] = deque()
        self.closed = False
        self.timer: timers.Timer | None = None
        self.order: Any = None
        self.closing: Any = None
        self.settled: Any = False
        self.bubble: Bubble | None = None

    def attach(self, timer: timers.Timer) -> None:
        """The timer sends to this channel."""
        self.timer = timer
        self.special = True
        self.settled = False
        self.by_call_only()

    def by_call_only(self) -> None:
        """From now on compiled code does nothing by itself."""
        self.room = 0
        self.filled = _NO_BUFFER

    def __repr__(self) -> str:
        return f"<chan {self.id} {len(self.buffer)}/{self.capacity}>"

    def references(self) -> list[Any]:
        """The values in it, and those that wait to get in."""
        return [*self.buffer, *(w.param for w in self.sendq)]


def make_chan(m: Sched, capacity: int, elem: ElemType) -> Channel:
    """Panics when the capacity is negative or absurd."""
    if not 0 <= capacity <= MAX_CAPACITY:
        raise plain_error("makechan: size out of range")
    m.last_channel += 1
    bubble = m.g.bubble if m.g is not None else None
    channel = Channel(m.last_channel, capacity, elem, m.bus.on or bubble is not None or m.order is not None)
    channel.bubble = bubble
    if m.order is not None:
        m.order.made(channel)
    if m.bus.on:
        m.emit("makechan", channel.id, capacity)
    return channel


# ---------------------------------------------------------------- serving waiters


def serve_case(w: Case, value: Any) -> G:
    """Serves a case of a select with what was received, and takes the others out of their queues. Returns the
    goroutine."""
    w.param = value
    g = w.g
    g.param = w
    kinds = g.asked
    if not isinstance(kinds, str):
        for other in g.cases:
            if other is not w:
                other.channel.recvq.remove(other)
        return g
    for other, kind in zip(g.cases, kinds, strict=True):
        ch = other.channel
        if ch is None:
            continue
        if kind == "r":
            if other is not w:
                ch.recvq.remove(other)
            if ch.timer is not None:
                timers.unblock_channel(ch.timer)
        elif other is not w:
            ch.sendq.remove(other)
            other.param = None
    return g


def queue_case(m: Sched, w: Case, kind: str) -> None:
    """Lets a case of a select wait."""
    ch = w.channel
    if ch is None:
        return
    if kind == "s":
        ch.sendq.append(w)
        ch.filled = _NO_BUFFER
        return
    ch.recvq.append(w)
    ch.room = 0
    if ch.timer is not None:
        timers.block_channel(m, ch.timer)


def announce_fetch(m: Sched, ch: Channel) -> None:
    """The oldest value has been taken out of the buffer of a special channel."""
    if m.order is not None:
        m.order.received(ch, m.g)
    if m.bus.on:
        m.emit("recv", ch.id, ch.messages.popleft(), True)


def announce_entry(m: Sched, ch: Channel, g: G) -> None:
    """The last value in the buffer of a special channel has just come, from `g`."""
    if m.order is not None:
        m.order.sent(ch, g)
    if m.bus.on:
        m.last_message += 1
        ch.messages.append(m.last_message)
        m.bus.emit("send", g.id if g is not None else 0, m.p.id, m.clock(), ch.id, m.last_message)


def announce_handover(m: Sched, ch: Channel, sender: G, receiver: G) -> None:
    """A value of `sender` goes to `receiver` through a special channel."""
    if m.order is not None:
        m.order.handed(ch, sender, receiver)
    if m.bus.on:
        m.last_message += 1
        m.bus.emit("send", sender.id if sender is not None else 0, m.p.id, m.clock(), ch.id, m.last_message)
        m.bus.emit("recv", receiver.id, m.p.id, m.clock(), ch.id, m.last_message, True)


def check_bubble(m: Sched, ch: Channel, what: str) -> None:
    """Only the goroutines of its bubble may use a channel."""
    if ch.bubble is not None and m.g.bubble is not ch.bubble:
        raise FatalError(f"{what} synctest channel from outside bubble")


def prepare_receive(m: Sched, ch: Channel, what: str) -> None:
    """Before anything else, if the channel is special."""
    check_bubble(m, ch, what)
    if ch.timer is not None:
        timers.catch_up(m, ch.timer)


def take_zero(m: Sched, ch: Channel) -> Any:
    """The value received from a closed channel."""
    m.received = False
    if ch.special:
        if m.order is not None:
            m.order.drained(ch)
        if m.bus.on:
            m.emit("recv", ch.id, 0, False)
    return ch.elem.zero()


def closed_send() -> Exception:
    return plain_error("send on closed channel")


# ---------------------------------------------------------------- operations


def send(m: Sched, ch: Channel | None, value: Any) -> None:
    """`ch <- value`. Panics when ch is closed, also while waiting."""
    if ch is None:
        _block_forever(m, WAIT_SEND_NIL)
        return
    special = ch.special
    if special:
        check_bubble(m, ch, "send on")
    if ch.recvq:
        w = ch.recvq.popleft()
        if w.g is None:
            w.param = value
            if special and ch.timer is not None:
                timers.unblock_channel(ch.timer)
        else:
            w = serve_case(w, value)
        if special:
            announce_handover(m, ch, m.g, w)
        elif ch.capacity and not ch.recvq:
            ch.room = ch.capacity
        p = m.p
        if m.plain and p.runnext is None:
            # What ready does, when nothing else is to be done.
            w.status = RUNNABLE
            w.since_end = m.end
            w.since_budget = m.budget
            p.runnext = w
            if m.idle and not m.nmspinning:
                wakep(m)
        else:
            ready(m, w)
    elif ch.closed:
        raise closed_send()
    elif len(ch.buffer) < ch.capacity:
        ch.buffer.append(value)
        if special:
            announce_entry(m, ch, m.g)
        else:
            ch.room = ch.capacity
    else:
        g = m.g
        g.param = value
        ch.sendq.append(g)
        ch.filled = _NO_BUFFER
        if park(m, WAIT_SEND, ch) is not None:
            raise closed_send()


def recv(m: Sched, ch: Channel | None) -> Any:
    """`<-ch`. Afterwards `received` says whether the value was sent."""
    if ch is None:
        _block_forever(m, WAIT_RECEIVE_NIL)
        return None
    special = ch.special
    if special:
        prepare_receive(m, ch, "receive on")
    if ch.sendq:
        w = ch.sendq.popleft()
        value = w.param
        w.param = None
        if w.g is not None:
            w = serve_case(w, None)
        if ch.capacity:
            ch.buffer.append(value)
            value = ch.buffer.popleft()
            if special:
                announce_fetch(m, ch)
                announce_entry(m, ch, w)
            elif not ch.sendq:
                ch.filled = ch.buffer
        elif special:
            announce_handover(m, ch, w, m.g)
        p = m.p
        if m.plain and p.runnext is None:
            # As in send.
            w.status = RUNNABLE
            w.since_end = m.end
            w.since_budget = m.budget
            p.runnext = w
            if m.idle and not m.nmspinning:
                wakep(m)
        else:
            ready(m, w)
        m.received = True
        return value
    if ch.buffer:
        m.received = True
        if special:
            announce_fetch(m, ch)
        elif not ch.closed:
            ch.filled = ch.buffer
        return ch.buffer.popleft()
    if ch.closed:
        return take_zero(m, ch)
    ch.recvq.append(m.g)
    ch.room = 0
    if special and ch.timer is not None:
        timers.block_channel(m, ch.timer)
    value = park(m, WAIT_RECEIVE, ch)
    if value is CLOSED:
        return take_zero(m, ch)
    m.received = True
    return value


def recv2(m: Sched, ch: Channel | None) -> tuple[Any, bool]:
    """`v, ok := <-ch`."""
    return recv(m, ch), m.received


def try_deliver(m: Sched, ch: Channel, value: Any) -> bool:
    """Sends without blocking, from inside the scheduler too; reports whether it could."""
    if not ch.recvq and len(ch.buffer) >= ch.capacity:
        return False
    send(m, ch, value)
    return True


def close(m: Sched, ch: Channel | None) -> None:
    """`close(ch)`. Panics when it is nil or closed.

    The waiters are piled up, receivers first, and readied from the top of the pile.
    """
    if ch is None:
        raise plain_error("close of nil channel")
    check_bubble(m, ch, "close of")
    if ch.closed:
        raise plain_error("close of closed channel")
    ch.closed = True
    ch.by_call_only()
    if m.order is not None:
        m.order.closed(ch)
    m.epoch += 1
    if m.bus.on:
        m.emit("close", ch.id)
    pile = []
    for queue in (ch.recvq, ch.sendq):
        while queue:
            w = queue.popleft()
            if w.g is None:
                w.param = CLOSED
                pile.append(w)
            else:
                pile.append(serve_case(w, CLOSED))
    for g in reversed(pile):
        ready(m, g)


def length(ch: Channel | None) -> int:
    """len(ch). The channel of a timer always looks empty."""
    return len(ch.buffer) if ch is not None and ch.timer is None else 0


def capacity(ch: Channel | None) -> int:
    """cap(ch). The channel of a timer looks unbuffered."""
    return ch.capacity if ch is not None and ch.timer is None else 0


def _block_forever(m: Sched, reason: str) -> None:
    park(m, reason)
    raise AssertionError("a goroutine that waits for ever was woken")
