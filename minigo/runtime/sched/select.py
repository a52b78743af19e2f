"""select: waits on several channel operations at once.

The cases that can go at once are equally likely to be chosen. Otherwise the goroutine queues on all channels, and
whoever serves one of the cases takes it out of the other queues.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.sched import chan, timers
from minigo.runtime.sched.g import WAIT_SELECT, WAIT_SELECT_NO_CASES
from minigo.runtime.sched.switch import park

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched


def select(m: Sched, kinds: str, operands: tuple[Any, ...], has_default: bool) -> tuple[int, Any, bool]:
    """The index of the case that was executed (-1: default), the value received, and whether it came from a sender.

    `kinds` has a letter for each case: "r" receives, "s" sends. `operands` are the channels, in order, each followed by
    the value if the case sends. Panics when it sends on a closed channel.
    """
    if len(kinds) < 2 and not has_default:
        if not kinds:
            park(m, WAIT_SELECT_NO_CASES)
        if kinds == "s":
            chan.send(m, operands[0], operands[1])
            return 0, None, False
        value, ok = chan.recv2(m, operands[0])
        return 0, value, ok
    ready = _ready(m, kinds, operands)
    if ready:
        n = len(ready)
        index, place = ready[0] if n == 1 else ready[m.choose(n, "select")]
        if m.bus.on:
            m.emit("select", len(kinds), index)
        ch = operands[place]
        if kinds[index] == "s":
            chan.send(m, ch, operands[place + 1])
            return index, None, False
        if ch.sendq:
            return index, chan.take(m, ch), True
        value, ok = chan.recv2(m, ch)
        return index, value, ok
    if has_default:
        if m.bus.on:
            m.emit("select", len(kinds), -1)
        return -1, None, False
    # A list less for each goroutine that waits.
    del ready
    return _wait(m, kinds, operands)


def _ready(m: Sched, kinds: str, operands: tuple[Any, ...]) -> list[tuple[int, int]]:
    """The cases that can go at once: the index of each, and where its channel is among the operands."""
    found = []
    place = 0
    for case, kind in enumerate(kinds):
        ch = operands[place]
        if ch is not None and ch.bubble is not None:
            chan.check_bubble(m, ch, "select on")
        if kind == "s":
            if ch is not None and (ch.closed or ch.recvq or len(ch.buffer) < ch.capacity):
                found.append((case, place))
            place += 2
        else:
            if ch is not None:
                if ch.timer is not None:
                    timers.catch_up(m, ch.timer)
                if ch.sendq or ch.buffer or ch.closed:
                    found.append((case, place))
            place += 1
    return found


def _wait(m: Sched, kinds: str, operands: tuple[Any, ...]) -> tuple[int, Any, bool]:
    g = m.g
    group = g.group
    if group is None or len(group) != len(kinds):
        group = g.group = chan.select_waiters(g, len(kinds))
    place = 0
    for w in group:
        ch = w.channel = operands[place]
        w.is_send = kinds[w.case] == "s"
        place += 1
        if w.is_send:
            w.value = operands[place]
            place += 1
        if ch is None:
            continue
        if w.is_send:
            ch.sendq.append(w)
        else:
            ch.recvq.append(w)
            if ch.timer is not None:
                timers.block_channel(m, ch.timer)
    # The operands are the channels, as a rule, and a tuple of this select alone.
    plain = len(operands) == len(kinds) and None not in operands
    w = park(m, WAIT_SELECT, operands if plain else tuple([w.channel for w in group if w.channel is not None]))
    if m.bus.on:
        m.emit("select", len(kinds), w.case)
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
