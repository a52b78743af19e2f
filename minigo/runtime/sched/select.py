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
        return 0, chan.recv(m, operands[0]), m.received
    found = _ready_receives(m, operands) if "s" not in kinds else _ready(m, kinds, operands)
    if found:
        index, place = found[0] if len(found) == 1 else found[m.choose(len(found), "select")]
        if m.bus.on:
            m.emit("select", len(kinds), index)
        ch = operands[place]
        if kinds[index] == "s":
            chan.send(m, ch, operands[place + 1])
            return index, None, False
        if ch.sendq:
            return index, chan.take(m, ch), True
        return index, chan.recv(m, ch), m.received
    if has_default:
        if m.bus.on:
            m.emit("select", len(kinds), -1)
        return -1, None, False
    return _wait(m, kinds, operands)


_Found = tuple[tuple[int, int], ...]
"""The cases that can go at once: the index of each, and where its channel is among the operands."""


def _ready_receives(m: Sched, channels: tuple[Any, ...]) -> _Found:
    """Of a select whose cases all receive."""
    found: _Found = ()
    for case, ch in enumerate(channels):
        if ch is not None:
            if ch.special:
                chan.prepare_receive(m, ch, "select on")
            if ch.sendq or ch.buffer or ch.closed:
                found += ((case, case),)
    return found


def _ready(m: Sched, kinds: str, operands: tuple[Any, ...]) -> _Found:
    found: _Found = ()
    at = 0
    for case, kind in enumerate(kinds):
        ch = operands[at]
        if kind == "r":
            if ch is not None:
                if ch.special:
                    chan.prepare_receive(m, ch, "select on")
                if ch.sendq or ch.buffer or ch.closed:
                    found += ((case, at),)
            at += 1
        else:
            if ch is not None:
                if ch.special:
                    chan.check_bubble(m, ch, "select on")
                if ch.closed or ch.recvq or len(ch.buffer) < ch.capacity:
                    found += ((case, at),)
            at += 2
    return found


def _wait(m: Sched, kinds: str, operands: tuple[Any, ...]) -> tuple[int, Any, bool]:
    g = m.g
    group = g.group
    if group is None or g.group_kinds != kinds:
        group = g.group = chan.select_waiters(g, kinds)
        g.group_kinds = kinds
    rest = iter(operands)
    for w, ch in zip(group, rest, strict=False):
        w.channel = ch
        if w.is_send:
            w.value = next(rest)
            if ch is not None:
                ch.sendq.append(w)
        elif ch is not None:
            ch.recvq.append(w)
            if ch.special and ch.timer is not None:
                timers.block_channel(m, ch.timer)
    del rest
    # The operands are the channels, as a rule, and a tuple of this select alone.
    plain = len(operands) == len(kinds) and None not in operands
    w = park(m, WAIT_SELECT, operands if plain else tuple([w.channel for w in group if w.channel is not None]))
    if m.bus.on:
        m.emit("select", len(kinds), w.case)
    ch = w.channel
    value = w.value
    w.channel = w.value = None
    if w.ok:
        return w.case, value, not w.is_send
    if w.is_send:
        raise chan.closed_send()
    return w.case, chan.take_zero(m, ch), False
