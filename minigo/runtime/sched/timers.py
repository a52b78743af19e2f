"""Timers: the heap of each P, periodic timers, and the timers behind channels.

Since Go 1.23 the timer of a channel is in a heap only while a goroutine blocks on the channel; otherwise it is
brought up to date when somebody looks at the channel. So a ticker that nobody can receive from does not keep a
deadlocked program alive, and Stop and Reset leave no stale value behind.

Invariants:
- A timer is armed when `when > 0`. It has at most one valid entry (of its generation) in one heap: `heaped`.
- A channel timer is heaped only if `blocked > 0`.
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

from minigo.runtime.panics import FatalError
from minigo.runtime.sched.g import G
from minigo.runtime.sched.wake import ready

if TYPE_CHECKING:
    from minigo.runtime.sched.bubble import Bubble
    from minigo.runtime.sched.p import P
    from minigo.runtime.sched.state import Sched

TimerEntry = tuple[int, int, "Timer", int]

POLL_NS = 1_000_000
"""Resolution of the time for which Go's network poller (epoll), in which an idle program sleeps, can wait."""


class Timer:
    """Calls `fire(timer, when)` at virtual time `when`, on the P whose heap it is in, inside the scheduler: `fire` must
    not block. For the timer of a Sleep `fire` is the goroutine that it wakes. `period` > 0 repeats it. `channel`: the
    channel that it sends to, if it is one of those. A timer that was made in a `bubble` keeps the bubble's time."""

    __slots__ = ("blocked", "bubble", "channel", "fire", "generation", "heaped", "id", "known", "period", "when")

    def __init__(
        self, fire: Callable[[Timer, int], None] | G, channel: Any = None, bubble: Bubble | None = None
    ) -> None:
        self.bubble = bubble
        self.id = 0
        self.when = 0
        self.period = 0
        self.fire = fire
        self.channel = channel
        self.blocked = 0
        self.generation = 0
        self.heaped = False
        self.known: Any = None
        """What `Sched.order` lets know who is started, or served, by it."""

    def references(self) -> list[Any]:
        """What it does when it fires, and its channel."""
        return [self.fire, self.channel]


def arm(m: Sched, t: Timer, when: int, period: int = 0) -> None:
    """Starts a stopped timer."""
    t.when = when if when > 0 else 1
    t.period = period
    if not t.id:
        m.timer_seq += 1
        t.id = m.timer_seq
    if m.bus.on:
        m.emit("timer", t.id, "start")
    if m.order is not None:
        m.order.armed(t)
    if t.channel is None or t.blocked:
        push(m, t)


def push(m: Sched, t: Timer) -> None:
    """Puts a timer that is armed into the heap of the current P or of its bubble."""
    sequence = m.timer_seq = m.timer_seq + 1
    t.heaped = True
    if t.bubble is not None:
        heappush(t.bubble.timers, (t.when, sequence, t, t.generation))
        return
    heappush(m.p.timers, (t.when, sequence, t, t.generation))
    m.timed = True
    if m.idle and t.when < m.end:
        m.shorten(t.when)


def _unheap(t: Timer) -> None:
    t.generation += 1
    t.heaped = False


def stop(m: Sched, t: Timer) -> bool:
    """Disarms the timer; reports whether that kept it from firing (as seen by whoever uses the channel)."""
    _check_bubble(m, t, "stop")
    return _stop(m, t)


def _check_bubble(m: Sched, t: Timer, what: str) -> None:
    if t.bubble is not None and m.g.bubble is not t.bubble:
        raise FatalError(f"{what} of synctest timer from outside bubble")


def _stop(m: Sched, t: Timer) -> bool:
    pending = t.when > 0
    t.when = 0
    if t.heaped:
        _unheap(t)
    if t.channel is not None and t.channel.buffer:
        t.channel.buffer.clear()
        pending = True
    m.epoch += 1
    if pending and m.bus.on:
        m.emit("timer", t.id, "stop")
    return pending


def reset(m: Sched, t: Timer, when: int, period: int = 0) -> bool:
    """Stops and starts it anew; reports what stop does."""
    _check_bubble(m, t, "reset")
    pending = _stop(m, t)
    arm(m, t, when, period)
    return pending


def block_channel(m: Sched, t: Timer) -> None:
    """A goroutine is about to wait on the timer's channel."""
    t.blocked += 1
    if not t.heaped and t.when > 0:
        push(m, t)


def unblock_channel(t: Timer) -> None:
    """A goroutine no longer waits on the timer's channel."""
    t.blocked -= 1
    if not t.blocked and t.heaped:
        _unheap(t)


def catch_up(m: Sched, t: Timer) -> None:
    """Somebody looks at the timer's channel: fires the timer if it is due and in no heap."""
    if not t.heaped and t.when > 0:
        now = m.now() if t.bubble is None else t.bubble.now
        if t.when <= now:
            _fire(m, t, now)


def _fire(m: Sched, t: Timer, now: int) -> None:
    when = t.when
    if t.period > 0:
        t.when = when + t.period * (1 + (now - when) // t.period)
        if t.channel is None or t.blocked:
            push(m, t)
    else:
        t.when = 0
    m.stats.timers_fired += 1
    m.epoch += 1
    if m.bus.on:
        m.bus.emit("timer", 0, m.p.id, now, t.id, "fire")
    fire = t.fire
    if isinstance(fire, G):
        ready(m, fire)
    elif m.order is None:
        fire(t, when)
    else:
        m.order.fires(t)
        fire(t, when)
        m.order.fired()


def next_when(p: P) -> int | None:
    """The earliest deadline among p's timers."""
    return next_in(p.timers)


def next_in(heap: list[TimerEntry]) -> int | None:
    """The earliest deadline in a heap."""
    while heap:
        when, _, t, generation = heap[0]
        if t.heaped and t.generation == generation:
            return when
        heappop(heap)
    return None


def bunch_end(p: P, now: int) -> int | None:
    """When an idle p (ns), the only one, that goes to sleep at `now` has to serve timers: the last deadline before the
    poller's clock, which counts whole milliseconds, has come to the first. So those in between expire together."""
    first = next_when(p)
    if first is None or first <= now:
        return first
    until = now - (now - first) // POLL_NS * POLL_NS
    bunch = []
    while True:
        when = next_when(p)
        if when is None or when > until:
            break
        bunch.append(heappop(p.timers))
    for entry in bunch:
        heappush(p.timers, entry)
    return bunch[-1][0]


def earliest(m: Sched) -> int | None:
    """The earliest deadline among all Ps' timers."""
    if not m.timed:
        return None
    first: int | None = None
    for p in m.allp:
        if p.timers:
            when = next_when(p)
            if when is not None and (first is None or when < first):
                first = when
    m.timed = first is not None
    return first


def nothing_to_come(m: Sched) -> bool:
    """Whether no timer will wake anybody: none is armed but the alarm."""
    when = earliest(m)
    if when is None:
        return True
    if m.alarm is None or when < m.alarm.when:
        return False
    entries = [entry for p in m.allp for entry in p.timers]
    return all(t is m.alarm or not t.heaped or t.generation != generation for _, _, t, generation in entries)


def run_due(m: Sched, p: P, now: int) -> bool:
    """Fires p's timers that are due, in order of deadline, on the current P; reports whether there were any."""
    ran = False
    heap = p.timers
    while heap:
        when, _, t, generation = heap[0]
        if when > now:
            break
        heappop(heap)
        if t.heaped and t.generation == generation:
            t.heaped = False
            fire = t.fire
            if isinstance(fire, G) and not m.bus.on:
                # A Sleep is over: what _fire does for it.
                t.when = 0
                m.stats.timers_fired += 1
                m.epoch += 1
                ready(m, fire)
            else:
                _fire(m, t, now)
            ran = True
    return ran


def fire_next(m: Sched, heap: list[TimerEntry], now: int) -> None:
    """Fires the first timer of a heap, after next_in."""
    t = heappop(heap)[2]
    t.heaped = False
    _fire(m, t, now)
