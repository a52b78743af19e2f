"""select: waits on several channel operations at once.

The cases that can go at once are equally likely to be chosen. Otherwise the goroutine queues on all channels, and
whoever serves one of the cases takes it out of the other queues.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from minigo.runtime.sched import chan, timers
from minigo.runtime.sched.chan import Channel
from minigo.runtime.sched.g import WAIT_SELECT, WAIT_SELECT_NO_CASES
from minigo.runtime.sched.switch import park

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched

Case = tuple[str, Channel | None, Any]
"""("send", channel, value) or ("recv", channel, None)."""


def select(m: Sched, cases: Sequence[Case], has_default: bool) -> tuple[int, Any, bool]:
    """The index of the case that was executed (-1: default), the value received, and whether it came from a sender.

    Panics when it sends on a closed channel.
    """
    if not has_default:
        if not cases:
            park(m, WAIT_SELECT_NO_CASES)
        if len(cases) == 1:
            return _single(m, cases[0])
    ready_cases = _ready(m, cases)
    if ready_cases:
        n = len(ready_cases)
        index = ready_cases[0] if n == 1 else ready_cases[m.choose(n, "select")]
        if m.bus.on:
            m.emit("select", len(cases), index)
        direction, ch, value = cases[index]
        assert ch is not None
        if direction == "send":
            chan.send(m, ch, value)
            return index, None, False
        if ch.sendq:
            return index, chan.take(m, ch), True
        value, ok = chan.recv2(m, ch)
        return index, value, ok
    if has_default:
        if m.bus.on:
            m.emit("select", len(cases), -1)
        return -1, None, False
    return _wait(m, cases)


def _single(m: Sched, case: Case) -> tuple[int, Any, bool]:
    """A select with one case is that operation."""
    direction, ch, value = case
    if direction == "send":
        chan.send(m, ch, value)
        return 0, None, False
    value, ok = chan.recv2(m, ch)
    return 0, value, ok


def _ready(m: Sched, cases: Sequence[Case]) -> list[int]:
    """The indices of the cases that can go at once."""
    found = []
    for i, (direction, ch, _) in enumerate(cases):
        if ch is not None:
            if direction == "send":
                if ch.closed or ch.recvq or len(ch.buffer) < ch.capacity:
                    found.append(i)
            else:
                if ch.timer is not None:
                    timers.catch_up(m, ch.timer)
                if ch.sendq or ch.buffer or ch.closed:
                    found.append(i)
    return found


def _wait(m: Sched, cases: Sequence[Case]) -> tuple[int, Any, bool]:
    g = m.g
    group = g.group
    if group is None or len(group) != len(cases):
        group = g.group = chan.select_waiters(g, len(cases))
    channels = []
    for w, (direction, ch, value) in zip(group, cases, strict=True):
        w.channel = ch
        if ch is None:
            continue
        channels.append(ch)
        if direction == "send":
            w.is_send = True
            w.value = value
            ch.sendq.append(w)
        else:
            w.is_send = False
            ch.recvq.append(w)
            if ch.timer is not None:
                timers.block_channel(m, ch.timer)
    w = park(m, WAIT_SELECT, tuple(channels))
    if m.bus.on:
        m.emit("select", len(cases), w.case)
    value, ok, ch = w.value, w.ok, w.channel
    for other in group:
        other.channel = other.value = None
    if w.is_send:
        if not ok:
            raise chan.closed_send()
        return w.case, None, False
    if not ok:
        return w.case, chan.took_zero(m, ch), False
    return w.case, value, True
