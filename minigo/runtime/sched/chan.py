"""Channels: a ring buffer and two queues of waiting goroutines.

Invariants:
- At least one of `recvq` and `sendq` is empty, except for a goroutine that selects on both sides.
- Senders wait only when the buffer is full, receivers only when it is empty.
- A Waiter is in its queue from parking until somebody serves it; whoever serves one of a select takes the others out
  as well.
- Who listens has subscribed before the run begins.

Follows Go's runtime/chan.go. Values are handed over directly to or from a waiting goroutine.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Protocol

from minigo.runtime.panics import FatalError, plain_error
from minigo.runtime.sched import timers
from minigo.runtime.sched.g import WAIT_RECEIVE, WAIT_RECEIVE_NIL, WAIT_SEND, WAIT_SEND_NIL
from minigo.runtime.sched.switch import park
from minigo.runtime.sched.wake import ready

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


_CLOSED = Closed()


class Waiter:
    """A goroutine in the queue of a channel (a sudog). `value` is what it sends. A goroutine uses its waiter
    (`G.waiter`) again and again; whoever serves a receiver leaves the value in its `param`."""

    __slots__ = ("g", "value")

    group: tuple[Case, ...] | None = None

    def __init__(self, g: G) -> None:
        self.g = g
        self.value: Any = None


class Case(Waiter):
    """The waiter of a case of a select, `case` is its index. They are kept in `G.group`, and `group` is all of them.
    `channel` and `is_send` say what the case waits for. Whoever serves one leaves it in `param`: `value` is then what
    was received, `ok` is False when it was woken by close."""

    __slots__ = ("case", "channel", "group", "is_send", "ok")

    def __init__(self, g: G, case: int, is_send: bool) -> None:
        self.g = g
        self.value = None
        self.case = case
        self.is_send = is_send
        self.group = ()
        self.channel: Channel | None = None
        self.ok = False


def select_waiters(g: G, kinds: str) -> tuple[Case, ...]:
    """The waiters for a select with these cases ("r" receives, "s" sends)."""
    group = tuple([Case(g, case, kind == "s") for case, kind in enumerate(kinds)])
    for w in group:
        w.group = group
    return group


class Channel:
    """`elem` is the element type. `id` numbers channels in order of their making. `messages` runs parallel to `buffer`
    with the values' ids, as long as somebody listens to events. Unbuffered channels share one buffer, which stays
    empty.

    `order`, `closing` (of its close) and `settled` belong to `Sched.order`.

    `special`: it has a timer or a bubble, or somebody listens. `room` is the capacity if it is open and not special,
    else 0: sending to a channel with fewer values than that, when no receiver waits, is to append to the buffer, and
    nothing else; receiving, when there are values and no sender waits, is to take the first. Compiled code does these
    by itself."""

    __slots__ = (
        "bubble",
        "buffer",
        "capacity",
        "closed",
        "closing",
        "elem",
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
        self.messages: deque[int] = deque() if capacity else _NO_BUFFER
        self.recvq: deque[Waiter] = deque()
        self.sendq: deque[Waiter] = deque()
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
        self.room = 0
        self.settled = False

    def __repr__(self) -> str:
        return f"<chan {self.id} {len(self.buffer)}/{self.capacity}>"

    def references(self) -> list[Any]:
        """The values in it, and those that wait to get in."""
        return [*self.buffer, *(w.value for w in self.sendq)]


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


def serve_case(w: Waiter, group: tuple[Case, ...], value: Any, ok: bool) -> None:
    """Serves a case of a select with what was received, and takes the others out of their queues."""
    assert isinstance(w, Case)
    w.value = value
    w.ok = ok
    w.g.param = w
    for other in group:
        ch = other.channel
        if ch is None:
            continue
        if other is not w:
            other.channel = other.value = None
            (ch.sendq if other.is_send else ch.recvq).remove(other)
        if ch.special and ch.timer is not None and not other.is_send:
            timers.unblock_channel(ch.timer)


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


def take(m: Sched, ch: Channel) -> Any:
    """Receives while a sender waits: its value when there is no buffer, else the oldest value, and the sender's moves
    in."""
    w = ch.sendq.popleft()
    value = w.value
    w.value = None
    group = w.group
    if group is not None:
        serve_case(w, group, None, True)
    if ch.capacity:
        ch.buffer.append(value)
        value = ch.buffer.popleft()
        if ch.special:
            announce_fetch(m, ch)
            announce_entry(m, ch, w.g)
    elif ch.special:
        announce_handover(m, ch, w.g, m.g)
    ready(m, w.g)
    return value


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
        group = w.group
        if group is None:
            w.g.param = value
            if special and ch.timer is not None:
                timers.unblock_channel(ch.timer)
        else:
            serve_case(w, group, value, True)
        if special:
            announce_handover(m, ch, m.g, w.g)
        ready(m, w.g)
    elif ch.closed:
        raise closed_send()
    elif len(ch.buffer) < ch.capacity:
        ch.buffer.append(value)
        if special:
            announce_entry(m, ch, m.g)
    else:
        g = m.g
        w = g.waiter or _new_waiter(g)
        w.value = value
        ch.sendq.append(w)
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
        m.received = True
        if special or ch.capacity:
            return take(m, ch)
        # The same without a buffer, and nobody listens.
        w = ch.sendq.popleft()
        value = w.value
        w.value = None
        group = w.group
        if group is not None:
            serve_case(w, group, None, True)
        ready(m, w.g)
        return value
    if ch.buffer:
        m.received = True
        if special:
            announce_fetch(m, ch)
        return ch.buffer.popleft()
    if ch.closed:
        return take_zero(m, ch)
    g = m.g
    ch.recvq.append(g.waiter or _new_waiter(g))
    if special and ch.timer is not None:
        timers.block_channel(m, ch.timer)
    value = park(m, WAIT_RECEIVE, ch)
    if value is _CLOSED:
        return take_zero(m, ch)
    m.received = True
    return value


def recv2(m: Sched, ch: Channel | None) -> tuple[Any, bool]:
    """`v, ok := <-ch`."""
    return recv(m, ch), m.received


def _new_waiter(g: G) -> Waiter:
    w = g.waiter = Waiter(g)
    return w


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
    ch.room = 0
    if m.order is not None:
        m.order.closed(ch)
    m.epoch += 1
    if m.bus.on:
        m.emit("close", ch.id)
    pile = []
    for queue in (ch.recvq, ch.sendq):
        while queue:
            w = queue.popleft()
            group = w.group
            w.value = None
            if group is None:
                w.g.param = _CLOSED
            else:
                serve_case(w, group, None, False)
            pile.append(w)
    for w in reversed(pile):
        ready(m, w.g)


def length(ch: Channel | None) -> int:
    """len(ch). The channel of a timer always looks empty."""
    return len(ch.buffer) if ch is not None and ch.timer is None else 0


def capacity(ch: Channel | None) -> int:
    """cap(ch). The channel of a timer looks unbuffered."""
    return ch.capacity if ch is not None and ch.timer is None else 0


def _block_forever(m: Sched, reason: str) -> None:
    park(m, reason)
    raise AssertionError("a goroutine that waits for ever was woken")
