"""sync.WaitGroup and sync.Cond.

WaitGroup's `state` holds the counter (a signed number) above the number of waiters, 32 bits each; they wait on the
semaphore `sema`. Cond's waiters are known by the object's identity. A goroutine joins them before it unlocks, so that a
signal in between is not lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from minigo.runtime.sched import sema
from minigo.runtime.sched.g import WAIT_COND, WAIT_WAITGROUP

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched

OK, NEGATIVE, MISUSE = 0, 1, 2
_ONE = 1 << 32
_MASK = (1 << 64) - 1
_HALF = 1 << 31


class State(Protocol):
    """The generated class of atomic.Uint64."""

    f_v: int


class WaitGroup(Protocol):
    """The generated class of the Go struct."""

    @property
    def f_state(self) -> State: ...

    f_sema: int


def add(m: Sched, wg: WaitGroup, delta: int) -> int:
    """Adds to the counter; when it becomes zero, readies the waiters in order of waiting. OK, or why the caller is to
    panic: NEGATIVE counter, or MISUSE (Add from zero while somebody waits)."""
    state = wg.f_state.f_v = (wg.f_state.f_v + delta * _ONE) & _MASK
    n, waiters = state >> 32, state & (_ONE - 1)
    if n >= _HALF:
        n -= _ONE
    if m.bus.on:
        m.emit("wgadd", m.object_id(wg), delta, n)
    bubble = m.g.bubble
    if bubble is not None and n == delta:
        bubble.groups[id(wg)] = wg
    if n < 0:
        return NEGATIVE
    if waiters:
        if delta > 0 and n == delta:
            return MISUSE
        if n == 0:
            wg.f_state.f_v = 0
            for _ in range(waiters):
                sema.release(m, wg, "f_sema")
    return OK


def wait(m: Sched, wg: WaitGroup) -> bool:
    """Waits for the counter to be zero. False when the caller is to panic: the group was reused too early."""
    if wg.f_state.f_v >= _ONE:
        wg.f_state.f_v += 1
        sema.acquire(m, wg, "f_sema", WAIT_WAITGROUP)
        if wg.f_state.f_v:
            return False
    if m.bus.on:
        m.emit("wgwait", m.object_id(wg))
    return True


def cond_join(m: Sched, cond: object) -> None:
    """The current goroutine will wait for the next signal that is not for somebody before it."""
    sema.notify_join(m, cond)


def cond_wait(m: Sched, cond: object) -> None:
    """Waits for the signal, after cond_join."""
    sema.notify_wait(m, cond, WAIT_COND)
    if m.bus.on:
        m.emit("wait", m.object_id(cond))


def cond_signal(m: Sched, cond: object, everybody: bool) -> None:
    """Signal, or (everybody) Broadcast, which readies in order of waiting."""
    woken = sema.notify(m, cond, everybody=everybody)
    if m.bus.on:
        m.emit("signal", m.object_id(cond), woken)
