"""sync.WaitGroup and sync.Cond.

Fields of the Go structs: WaitGroup has the counter `n`, the number of `waiters` and their semaphore `sema`; Cond has
nothing but its Locker, its waiters are known by the object's identity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from minigo.runtime.sched import sema
from minigo.runtime.sched.g import WAIT_COND, WAIT_WAITGROUP

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched

OK, NEGATIVE, MISUSE = 0, 1, 2


class WaitGroup(Protocol):
    """The generated class of the Go struct."""

    f_n: int
    f_waiters: int
    f_sema: int


def add(m: Sched, wg: WaitGroup, delta: int) -> int:
    """Adds to the counter; when it becomes zero, readies the waiters in order of waiting. OK, or why the caller is to
    panic: NEGATIVE counter, or MISUSE (Add from zero while somebody waits)."""
    n = wg.f_n = wg.f_n + delta
    if m.bus.on:
        m.emit("wgadd", m.object_id(wg), delta, n)
    if n < 0:
        return NEGATIVE
    if wg.f_waiters and delta > 0 and n == delta:
        return MISUSE
    if n == 0 and wg.f_waiters:
        waiting = wg.f_waiters
        wg.f_waiters = 0
        for _ in range(waiting):
            sema.release(m, wg, "f_sema")
    return OK


def wait(m: Sched, wg: WaitGroup) -> bool:
    """Waits for the counter to be zero. False when the caller is to panic: the group was reused too early."""
    if wg.f_n:
        wg.f_waiters += 1
        sema.acquire(m, wg, "f_sema", WAIT_WAITGROUP)
        if wg.f_n or wg.f_waiters:
            return False
    if m.bus.on:
        m.emit("wgwait", m.object_id(wg))
    return True


def cond_wait(m: Sched, cond: object) -> None:
    """Waits for Signal or Broadcast. The caller unlocks and locks."""
    sema.notify_wait(m, cond, WAIT_COND)
    if m.bus.on:
        m.emit("wait", m.object_id(cond))


def cond_signal(m: Sched, cond: object, *, everybody: bool) -> None:
    woken = sema.notify(m, cond, everybody=everybody)
    if m.bus.on:
        m.emit("signal", m.object_id(cond), woken)
