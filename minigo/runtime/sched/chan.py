"""Channels: a ring buffer and two queues of waiting goroutines.

Invariants:
- At least one of `recvq` and `sendq` is empty, except for a goroutine that selects on both sides.
- Senders wait only when the buffer is full, receivers only when it is empty.
- A Waiter is in its queue from parking until somebody serves it; whoever serves one of a select takes the others out
  as well.

Follows Go's runtime/chan.go. Values are handed over directly to or from a waiting goroutine.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Protocol

from minigo.runtime.panics import plain_error
from minigo.runtime.sched import timers
from minigo.runtime.sched.g import WAIT_RECEIVE, WAIT_RECEIVE_NIL, WAIT_SEND, WAIT_SEND_NIL
from minigo.runtime.sched.switch import park
from minigo.runtime.sched.wake import ready

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched

MAX_CAPACITY = 1 << 47
"""No machine has memory for more."""


class ElemType(Protocol):
    """The element type of a channel: an RType."""

    def zero(self) -> Any: ...


class Waiter:
    """A goroutine in the queue of a channel (a sudog). `value` is sent, or was received; `ok` is False when it was
    woken by close. `case` is the index of the select case, whose waiters are all in `group`."""

    __slots__ = ("case", "channel", "g", "group", "is_send", "message", "ok", "value")

    def __init__(self, g: G, channel: Channel, is_send: bool, value: Any = None) -> None:
        self.g = g
        self.channel = channel
        self.is_send = is_send
        self.value = value
        self.ok = False
        self.case = 0
        self.group: list[Waiter] | None = None
        self.message = 0


class Channel:
    """`elem` is the element type. `id` numbers channels in order of their making. `messages` runs parallel to `buffer`
    with the values' ids, as long as somebody listens to events."""

    __slots__ = ("buffer", "capacity", "closed", "elem", "id", "messages", "recvq", "sendq", "timer")

    def __init__(self, id: int, capacity: int, elem: ElemType) -> None:
        self.id = id
        self.capacity = capacity
        self.elem = elem
        self.buffer: deque[Any] = deque()
        self.messages: deque[int] = deque()
        self.recvq: deque[Waiter] = deque()
        self.sendq: deque[Waiter] = deque()
        self.closed = False
        self.timer: timers.Timer | None = None

    def __repr__(self) -> str:
        return f"<chan {self.id} {len(self.buffer)}/{self.capacity}>"


def make_chan(m: Sched, capacity: int, elem: ElemType) -> Channel:
    """Panics when the capacity is negative or absurd."""
    if not 0 <= capacity <= MAX_CAPACITY:
        raise plain_error("makechan: size out of range")
    m.last_channel += 1
    channel = Channel(m.last_channel, capacity, elem)
    if m.bus.on:
        m.emit("makechan", channel.id, capacity)
    return channel


# ---------------------------------------------------------------- serving waiters


def pop_waiter(queue: deque[Waiter]) -> Waiter:
    """Takes the first waiter out of its (non-empty) queue, and out of the others when it selects."""
    w = queue.popleft()
    if w.group is not None:
        for other in w.group:
            if other is not w:
                (other.channel.sendq if other.is_send else other.channel.recvq).remove(other)
            _unblock_timer(other)
    else:
        _unblock_timer(w)
    return w


def _unblock_timer(w: Waiter) -> None:
    timer = w.channel.timer
    if timer is not None and not w.is_send:
        timers.unblock_channel(timer)


def give(m: Sched, ch: Channel, value: Any) -> None:
    """Hands a value to the first waiting receiver."""
    w = pop_waiter(ch.recvq)
    w.value = value
    w.ok = True
    if m.bus.on:
        m.last_message += 1
        m.emit("send", ch.id, m.last_message)
        m.bus.emit("recv", w.g.id, m.p.id, m.clock(), ch.id, m.last_message, True)
    w.g.param = w
    ready(m, w.g)


def store(m: Sched, ch: Channel, value: Any) -> None:
    """Puts a value into the buffer, which has room."""
    ch.buffer.append(value)
    if m.bus.on:
        m.last_message += 1
        ch.messages.append(m.last_message)
        m.emit("send", ch.id, m.last_message)


def fetch(m: Sched, ch: Channel) -> Any:
    """Takes the oldest value out of the buffer (not empty)."""
    value = ch.buffer.popleft()
    if m.bus.on:
        m.emit("recv", ch.id, ch.messages.popleft(), True)
    return value


def take(m: Sched, ch: Channel) -> Any:
    """Receives while a sender waits: its value when there is no buffer, else the oldest value, and the sender's moves
    in."""
    w = pop_waiter(ch.sendq)
    w.ok = True
    on = m.bus.on
    if on:
        m.last_message += 1
    if ch.capacity:
        value = fetch(m, ch)
        ch.buffer.append(w.value)
        if on:
            ch.messages.append(m.last_message)
            m.bus.emit("send", w.g.id, m.p.id, m.clock(), ch.id, m.last_message)
    else:
        value = w.value
        if on:
            m.bus.emit("send", w.g.id, m.p.id, m.clock(), ch.id, m.last_message)
            m.emit("recv", ch.id, m.last_message, True)
    w.g.param = w
    ready(m, w.g)
    return value


def took_zero(m: Sched, ch: Channel) -> Any:
    """The value received from a closed channel."""
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
    if ch.closed:
        raise closed_send()
    if ch.recvq:
        give(m, ch, value)
    elif len(ch.buffer) < ch.capacity:
        store(m, ch, value)
    else:
        w = Waiter(m.g, ch, True, value)
        ch.sendq.append(w)
        park(m, WAIT_SEND, ch)
        if not w.ok:
            raise closed_send()


def recv(m: Sched, ch: Channel | None) -> Any:
    """`<-ch`."""
    if ch is not None:
        if ch.timer is not None:
            timers.catch_up(m, ch.timer)
        if ch.sendq:
            return take(m, ch)
        if ch.buffer:
            return fetch(m, ch)
    return recv2(m, ch)[0]


def recv2(m: Sched, ch: Channel | None) -> tuple[Any, bool]:
    """`v, ok := <-ch`."""
    if ch is None:
        _block_forever(m, WAIT_RECEIVE_NIL)
        return None, False
    timer = ch.timer
    if timer is not None:
        timers.catch_up(m, timer)
    if ch.sendq:
        return take(m, ch), True
    if ch.buffer:
        return fetch(m, ch), True
    if ch.closed:
        return took_zero(m, ch), False
    w = Waiter(m.g, ch, False)
    ch.recvq.append(w)
    if timer is not None:
        timers.block_channel(m, timer)
    park(m, WAIT_RECEIVE, ch)
    if w.ok:
        return w.value, True
    return took_zero(m, ch), False


def try_deliver(m: Sched, ch: Channel, value: Any) -> bool:
    """Sends without blocking, from inside the scheduler too; reports whether it could."""
    if ch.recvq:
        give(m, ch, value)
    elif len(ch.buffer) < ch.capacity:
        store(m, ch, value)
    else:
        return False
    return True


def close(m: Sched, ch: Channel | None) -> None:
    """`close(ch)`. Panics when it is nil or closed.

    The waiters are piled up, receivers first, and readied from the top of the pile.
    """
    if ch is None:
        raise plain_error("close of nil channel")
    if ch.closed:
        raise plain_error("close of closed channel")
    ch.closed = True
    m.epoch += 1
    if m.bus.on:
        m.emit("close", ch.id)
    pile = []
    while ch.recvq:
        pile.append(pop_waiter(ch.recvq))
    while ch.sendq:
        pile.append(pop_waiter(ch.sendq))
    for w in reversed(pile):
        w.ok = False
        w.g.param = w
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
