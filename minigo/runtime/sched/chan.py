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


class Waiter:
    """A goroutine in the queue of a channel (a sudog). `value` is sent, or was received; `ok` is False when it was
    woken by close. A goroutine uses its waiters again and again: `G.waiter` for plain operations, and for select those
    in `G.group`, one for each case. `case` is the index, `group` all of them (None for a plain operation); `channel`
    and `is_send` say what the case waits for."""

    __slots__ = ("case", "channel", "g", "group", "is_send", "ok", "value")

    def __init__(self, g: G, case: int = 0) -> None:
        self.g = g
        self.case = case
        self.group: tuple[Waiter, ...] | None = None
        self.channel: Channel | None = None
        self.is_send = False
        self.value: Any = None
        self.ok = False


def select_waiters(g: G, n: int) -> tuple[Waiter, ...]:
    """The waiters for a select of n cases."""
    group = tuple([Waiter(g, case) for case in range(n)])
    for w in group:
        w.group = group
    return group


class Channel:
    """`elem` is the element type. `id` numbers channels in order of their making. `messages` runs parallel to `buffer`
    with the values' ids, as long as somebody listens to events. Unbuffered channels share one buffer, which stays
    empty."""

    __slots__ = ("bubble", "buffer", "capacity", "closed", "elem", "id", "messages", "recvq", "sendq", "timer")

    def __init__(self, id: int, capacity: int, elem: ElemType) -> None:
        self.id = id
        self.capacity = capacity
        self.elem = elem
        self.buffer: deque[Any] = deque() if capacity else _NO_BUFFER
        self.messages: deque[int] = deque() if capacity else _NO_BUFFER
        self.recvq: deque[Waiter] = deque()
        self.sendq: deque[Waiter] = deque()
        self.closed = False
        self.timer: timers.Timer | None = None
        self.bubble: Bubble | None = None

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
    channel = Channel(m.last_channel, capacity, elem)
    if m.g is not None:
        channel.bubble = m.g.bubble
    if m.bus.on:
        m.emit("makechan", channel.id, capacity)
    return channel


# ---------------------------------------------------------------- serving waiters


def leave_others(w: Waiter, group: tuple[Waiter, ...]) -> None:
    """Takes the waiters of a select out of their queues, w, which was served, excepted."""
    w.g.param = w
    for other in group:
        ch = other.channel
        if ch is None:
            continue
        if other is not w:
            (ch.sendq if other.is_send else ch.recvq).remove(other)
        if ch.timer is not None and not other.is_send:
            timers.unblock_channel(ch.timer)


def announce_fetch(m: Sched, ch: Channel) -> None:
    """The oldest value has been taken out of the buffer, and somebody listens."""
    m.emit("recv", ch.id, ch.messages.popleft(), True)


def take(m: Sched, ch: Channel) -> Any:
    """Receives while a sender waits: its value when there is no buffer, else the oldest value, and the sender's moves
    in."""
    w = ch.sendq.popleft()
    if w.group is not None:
        leave_others(w, w.group)
    w.ok = True
    on = m.bus.on
    if on:
        m.last_message += 1
    if ch.capacity:
        value = ch.buffer.popleft()
        ch.buffer.append(w.value)
        if on:
            announce_fetch(m, ch)
            ch.messages.append(m.last_message)
            m.bus.emit("send", w.g.id, m.p.id, m.clock(), ch.id, m.last_message)
    else:
        value = w.value
        if on:
            m.bus.emit("send", w.g.id, m.p.id, m.clock(), ch.id, m.last_message)
            m.emit("recv", ch.id, m.last_message, True)
    w.value = None
    ready(m, w.g)
    return value


def check_bubble(m: Sched, ch: Channel, what: str) -> None:
    """Only the goroutines of its bubble may use a channel."""
    if m.g.bubble is not ch.bubble:
        raise FatalError(f"{what} synctest channel from outside bubble")


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
    if ch.bubble is not None:
        check_bubble(m, ch, "send on")
    if ch.closed:
        raise closed_send()
    if ch.recvq:
        w = ch.recvq.popleft()
        if w.group is not None:
            leave_others(w, w.group)
        elif ch.timer is not None:
            timers.unblock_channel(ch.timer)
        w.value = value
        w.ok = True
        if m.bus.on:
            m.last_message += 1
            m.emit("send", ch.id, m.last_message)
            m.bus.emit("recv", w.g.id, m.p.id, m.clock(), ch.id, m.last_message, True)
        ready(m, w.g)
    elif ch.capacity and len(ch.buffer) < ch.capacity:
        ch.buffer.append(value)
        if m.bus.on:
            m.last_message += 1
            ch.messages.append(m.last_message)
            m.emit("send", ch.id, m.last_message)
    else:
        g = m.g
        w = g.waiter or Waiter(g)
        g.waiter = w
        w.value = value
        ch.sendq.append(w)
        park(m, WAIT_SEND, ch)
        if not w.ok:
            w.value = None
            raise closed_send()


def recv(m: Sched, ch: Channel | None) -> Any:
    """`<-ch`."""
    if ch is None:
        _block_forever(m, WAIT_RECEIVE_NIL)
        return None
    if ch.bubble is not None:
        check_bubble(m, ch, "receive on")
    if ch.timer is not None:
        timers.catch_up(m, ch.timer)
    if ch.sendq:
        return take(m, ch)
    if ch.buffer:
        if m.bus.on:
            announce_fetch(m, ch)
        return ch.buffer.popleft()
    w = _wait(m, ch)
    if w is None:
        return took_zero(m, ch)
    value = w.value
    w.value = None
    return value


def recv2(m: Sched, ch: Channel | None) -> tuple[Any, bool]:
    """`v, ok := <-ch`."""
    if ch is None:
        _block_forever(m, WAIT_RECEIVE_NIL)
        return None, False
    if ch.bubble is not None:
        check_bubble(m, ch, "receive on")
    if ch.timer is not None:
        timers.catch_up(m, ch.timer)
    if ch.sendq:
        return take(m, ch), True
    if ch.buffer:
        if m.bus.on:
            announce_fetch(m, ch)
        return ch.buffer.popleft(), True
    w = _wait(m, ch)
    if w is None:
        return took_zero(m, ch), False
    value = w.value
    w.value = None
    return value, True


def _wait(m: Sched, ch: Channel) -> Waiter | None:
    """Waits until a value comes, which is in the result then; None when none will."""
    if ch.closed:
        return None
    g = m.g
    w = g.waiter
    if w is None:
        w = g.waiter = Waiter(g)
    ch.recvq.append(w)
    if ch.timer is not None:
        timers.block_channel(m, ch.timer)
    park(m, WAIT_RECEIVE, ch)
    return w if w.ok else None


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
    if ch.bubble is not None:
        check_bubble(m, ch, "close of")
    if ch.closed:
        raise plain_error("close of closed channel")
    ch.closed = True
    m.epoch += 1
    if m.bus.on:
        m.emit("close", ch.id)
    pile = []
    for queue in (ch.recvq, ch.sendq):
        while queue:
            w = queue.popleft()
            if w.group is not None:
                leave_others(w, w.group)
            w.ok = False
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
