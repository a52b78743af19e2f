"""Natives of package net: goroutines that wait for the network, and the poller that wakes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked
from minigo.runtime.sched.g import WAIT_IO
from minigo.runtime.sched.wake import ready_from_poller
from minigo.stdlib.sync_natives import machine_of

if TYPE_CHECKING:
    from minigo.runtime.run import Run
    from minigo.runtime.sched.g import G

_SHELF = "net.parked"
"""On the machine's shelf: the goroutines in IO wait, by the identity of their waiter, which they keep alive."""


@linked("net.park")
def park(run: Run) -> Callable[[Any], None]:
    m = machine_of(run)
    parked: dict[int, G] = m.shelf.setdefault(_SHELF, {})

    def park(waiter: Any) -> None:
        if waiter.f_sema:
            return
        parked[id(waiter)] = m.g
        m.park(WAIT_IO, waiter)

    return park


@linked("net.wake")
def wake(run: Run) -> Callable[[Any], None]:
    m = machine_of(run)
    parked: dict[int, G] = m.shelf.setdefault(_SHELF, {})

    def wake(waiter: Any) -> None:
        waiter.f_sema = 1
        g = parked.pop(id(waiter), None)
        if g is not None:
            ready_from_poller(m, g)

    return wake
