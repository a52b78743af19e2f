"""select: waits on several channel operations at once.

The cases that can go at once are equally likely to be chosen. Otherwise the goroutine queues on all channels, and
whoever serves one of the cases takes it out of the other queues.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.sched import chan
from minigo.runtime.sched.g import WAIT_SELECT, WAIT_SELECT_NO_CASES
from minigo.runtime.sched.switch import park

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched


def select(m: Sched, kinds: str, operands: tuple[Any, ...], has_default: bool) -> tuple[int, Any, bool]:
    """The index of the case that was executed (-1: default), the value received, and whether it came from a sender.

    `kinds` has a letter for each case: "r" receives, "s" sends. `operands` are the channels, in order, each followed by
    the value if the case sends. Panics when it sends on a closed channel.
    """
    found: tuple[int, ...] = ()
    """The cases that can go at once."""
    if len(kinds) == len(operands):
        for case, ch in enumerate(operands):
            if ch is not None:
                if ch.special:
                    # As in Go, whose compiler makes a plain receive of it.
                    alone = len(kinds) == 1
                    chan.prepare_receive(m, ch, "receive on" if alone else "select on")
                if ch.sendq or ch.buffer or ch.closed:
                    found += (case,)
        if found:
            index = _one_of(m, found, kinds, has_default)
            return index, chan.recv(m, operands[index]), m.received
    else:
        found = _ready(m, kinds, operands)
        if found:
            index = _one_of(m, found, kinds, has_default)
            place = index + kinds.count("s", 0, index)
            if kinds[index] == "r":
                return index, chan.recv(m, operands[place]), m.received
            chan.send(m, operands[place], operands[place + 1])
            return index, None, False
    if has_default:
        if m.bus.on:
            m.emit("select", len(kinds), -1)
        return -1, None, False
    if len(kinds) < 2:
        return _alone(m, operands)
    g = m.g
    # Perhaps all is as the last time.
    plain = g.asked == operands or _prepare(g, kinds, operands)
    if plain:
        for w in g.cases:
            ch = w.channel
            ch.recvq.append(w)
            ch.room = 0
    else:
        for w, kind in zip(g.cases, kinds, strict=True):
            chan.queue_case(m, w, kind)
    w = park(m, WAIT_SELECT, g.cases)
    if m.bus.on:
        m.emit("select", len(kinds), w.case)
    value = w.param
    w.param = None
    sends = not plain and kinds[w.case] == "s"
    if value is not chan.CLOSED:
        return w.case, value, not sends
    if sends:
        raise chan.closed_send()
    return w.case, chan.take_zero(m, w.channel), False


def _one_of(m: Sched, found: tuple[int, ...], kinds: str, has_default: bool) -> int:
    """Which of the cases that can go at once does."""
    index = found[0] if len(found) == 1 else found[m.choose(len(found), "select")]
    if m.bus.on and (has_default or len(kinds) > 1):
        m.emit("select", len(kinds), index)
    return index


def _alone(m: Sched, operands: tuple[Any, ...]) -> tuple[int, Any, bool]:
    """One case, or none, that has to wait: as outside of a select."""
    match operands:
        case (ch,):
            return 0, chan.recv(m, ch), m.received
        case (ch, value):
            chan.send(m, ch, value)
            return 0, None, False
    park(m, WAIT_SELECT_NO_CASES)
    raise AssertionError("a goroutine that waits for ever was woken")


def _ready(m: Sched, kinds: str, operands: tuple[Any, ...]) -> tuple[int, ...]:
    """The cases that can go at once, when some of them send."""
    found: tuple[int, ...] = ()
    at = 0
    for case, kind in enumerate(kinds):
        ch = operands[at]
        at += 1 if kind == "r" else 2
        if ch is None:
            continue
        if kind == "r":
            if ch.special:
                chan.prepare_receive(m, ch, "select on")
            if ch.sendq or ch.buffer or ch.closed:
                found += (case,)
        else:
            if ch.special:
                alone = len(kinds) == 1
                chan.check_bubble(m, ch, "send on" if alone else "select on")
            if ch.closed or ch.recvq or len(ch.buffer) < ch.capacity:
                found += (case,)
    return found


def _prepare(g: G, kinds: str, operands: tuple[Any, ...]) -> bool:
    """Gets `g.cases` ready for a select. Reports whether all cases receive, from channels that are not special."""
    if len(g.cases) != len(kinds):
        g.cases = tuple([chan.Case(g, case) for case in range(len(kinds))])
    plain = len(kinds) == len(operands)
    rest = iter(operands)
    for w, kind, ch in zip(g.cases, kinds, rest, strict=False):
        w.channel = ch
        if kind == "s":
            value = next(rest)
            w.param = None if ch is None else value
        if ch is None or ch.special:
            plain = False
    # (What it sends need not be kept twice.)
    g.asked = operands if plain else kinds
    return plain
