"""sync.Mutex: normal mode, in which newcomers may overtake, and starvation mode, in which the lock is handed over.

The state lies in fields of the Go struct, so that copying it means what it means in Go. `state` holds three flags and,
above them, the number of waiters:
- LOCKED.
- WOKEN: somebody is on the way to take the lock, so Unlock wakes nobody else.
- STARVING: the lock goes from hand to hand; newcomers queue at the tail.
- waiters: goroutines that found it locked and have not been woken by Unlock (normal mode) or served (starvation mode).

A woken goroutine that finds the lock taken again queues in front. When it has waited for more than a millisecond it
turns on starvation mode; the one that is served last, or waited less than that, turns it off.
Follows Go's internal/sync/mutex.go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from minigo.runtime.panics import FatalError
from minigo.runtime.sched import sema
from minigo.runtime.sched.g import WAIT_MUTEX
from minigo.runtime.sched.pause import pause_rmw

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched

LOCKED, WOKEN, STARVING = 1, 2, 4
CLOSED = LOCKED | STARVING
"""With either flag a newcomer has to wait."""
WAITER = 8
"""One waiter in `state`."""

STARVATION_NS = 1_000_000
MAX_SPINS = 4
SPIN_STEPS = 4


class MutexState(Protocol):
    """The generated class of the Go struct sync.mutexState."""

    f_state: int
    f_sema: int


class Mutex(Protocol):
    """The generated class of the Go struct sync.Mutex."""

    @property
    def f_mu(self) -> MutexState: ...


def lock(m: Sched, mutex: Mutex, inner: bool = False) -> None:
    """`inner`: the Mutex is a part of another lock."""
    mu = mutex.f_mu
    if mu.f_state & CLOSED:
        _lock_slow(m, mu, mutex)
    else:
        mu.f_state |= LOCKED
    if m.holders is not None:
        m.holders.locked(mutex, m.g.id, inner)
    if m.bus.on:
        m.emit("lock", m.object_id(mutex))


def _lock_slow(m: Sched, mu: MutexState, mutex: Mutex) -> None:
    since = 0
    starving = False
    awoke = _spin(m, mu, False)
    while True:
        if awoke:
            mu.f_state &= ~WOKEN
        if not mu.f_state & CLOSED:
            mu.f_state |= LOCKED
            return
        mu.f_state += WAITER
        if starving and mu.f_state & LOCKED:
            mu.f_state |= STARVING
        again = since != 0
        if not again:
            since = m.clock() or 1
        sema.acquire(m, mu, "f_sema", WAIT_MUTEX, lifo=again, shown=mutex)
        starving = starving or m.clock() - since > STARVATION_NS
        if mu.f_state & STARVING:
            # Handed over: the lock is ours although nobody has marked it so.
            mu.f_state += LOCKED - WAITER
            if not starving or mu.f_state < WAITER:
                mu.f_state &= ~STARVING
            return
        awoke = _spin(m, mu, True)


def _spin(m: Sched, mu: MutexState, awoke: bool) -> bool:
    """Waits a moment for the holder, if that runs on another P and this P has nothing else to do. Reports whether the
    goroutine counts as woken, so that Unlock need not wake another."""
    for _ in range(MAX_SPINS):
        if mu.f_state & CLOSED != LOCKED or not _may_spin(m):
            break
        if not awoke and not mu.f_state & WOKEN and mu.f_state >= WAITER:
            mu.f_state |= WOKEN
            awoke = True
        m.budget -= SPIN_STEPS
        pause_rmw(m)
    return awoke


def _may_spin(m: Sched) -> bool:
    if m.settings.num_cpu == 1 or m.gomaxprocs <= len(m.idle) + m.nmspinning + 1:
        return False
    return not m.p.runq and m.p.runnext is None


def try_lock(m: Sched, mutex: Mutex, inner: bool = False) -> bool:
    mu = mutex.f_mu
    if mu.f_state & CLOSED:
        return False
    mu.f_state |= LOCKED
    if m.holders is not None:
        m.holders.locked(mutex, m.g.id, inner, tried=True)
    if m.bus.on:
        m.emit("lock", m.object_id(mutex))
    return True


def unlock(m: Sched, mutex: Mutex, inner: bool = False) -> None:
    """Raises FatalError when it is not locked."""
    mu = mutex.f_mu
    if not mu.f_state & LOCKED:
        raise FatalError("sync: unlock of unlocked mutex")
    if m.holders is not None:
        m.holders.unlocked(mutex, m.g.id, inner)
    if m.bus.on:
        m.emit("unlock", m.object_id(mutex))
    mu.f_state -= LOCKED
    if mu.f_state & STARVING:
        sema.release(m, mu, "f_sema", handoff=True)
    elif mu.f_state >= WAITER and not mu.f_state & WOKEN:
        mu.f_state += WOKEN - WAITER
        sema.release(m, mu, "f_sema")
