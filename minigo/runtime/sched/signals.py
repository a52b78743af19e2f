"""What a signal does: it is offered to all channels that want it, none of which is waited for; it ends the program that
does not care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.panics import ProgramExit
from minigo.runtime.sched.chan import try_deliver
from minigo.runtime.sched.dispatch import stop

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched

_KILL, _STOP = 9, 19
_HARMLESS = {0, 13, 17, 18, 19, 20, 23, 28}
"""Those that do not end a program that does not care for them."""


def deliver(m: Sched, number: int) -> bool:
    """Offers a signal to those who listen; reports whether the program takes care of it."""
    table = m.signals
    if number in (_KILL, _STOP) or not table.cared_for(number):
        return False
    for listener in table.listeners:
        if number in listener.wanted and not listener.channel.closed:
            try_deliver(m, listener.channel, listener.like(number))
    m.epoch += 1
    return True


def send(m: Sched, number: int) -> None:
    """The current goroutine sends the program a signal. Raises ProgramExit when that ends it."""
    if not deliver(m, number) and number not in _HARMLESS:
        raise ProgramExit(128 + number)


def act(m: Sched, number: int) -> None:
    """A signal comes from outside, inside the scheduler."""
    try:
        send(m, number)
    except ProgramExit as end:
        stop(m, end)
