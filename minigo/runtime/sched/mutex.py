"""sync.Mutex: normal mode, in which newcomers may overtake, and starvation mode, in which the lock is handed over.

The state lies in fields of the Go struct, so that copying it means what it means in Go:
- `locked`, `starving`; `waiters`: goroutines that found it locked and have not been woken by Unlock (normal mode) or
  served (starvation mode); `woken`: somebody is on the way to take it, so Unlock wakes nobody else.
- A woken goroutine that finds the lock taken again queues in front. When it has waited for more than a millisecond
  it turns on starvation mode; the one that is served last, or waited less than that, turns it off.

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

STARVATION_NS = 1_000_000
MAX_SPINS = 4
SPIN_STEPS = 4


class Mutex(Protocol):
    """The generated class of the Go struct."""

    f_locked: bool
    f_woken: bool
    f_starving: bool
    f_waiters: int
    f_sema: int


def lock(m: Sched, mu: Mutex) -> None:
    if mu.f_locked or mu.f_starving:
        _lock_slow(m, mu)
    else:
        mu.f_locked = True
    if m.bus.on:
        m.emit("lock", m.object_id(mu))


def _lock_slow(m: Sched, mu: Mutex) -> None:
    since = 0
    starving = False
    awoke = _spin(m, mu, False)
    while True:
        free = not mu.f_locked and not mu.f_starving
        if awoke:
            mu.f_woken = False
        if free:
            mu.f_locked = True
            return
        mu.f_waiters += 1
        if starving and mu.f_locked:
            mu.f_starving = True
        again = since != 0
        if not again:
            since = m.clock() or 1
        sema.acquire(m, mu, "f_sema", WAIT_MUTEX, lifo=again)
        starving = starving or m.clock() - since > STARVATION_NS
        if mu.f_starving:
            # Handed over: the lock is ours although nobody has marked it so.
            mu.f_locked = True
            mu.f_waiters -= 1
            if not starving or mu.f_waiters == 0:
                mu.f_starving = False
            return
        awoke = _spin(m, mu, True)


def _spin(m: Sched, mu: Mutex, awoke: bool) -> bool:
    """Waits a moment for the holder, if that runs on another P and this P has nothing else to do. Reports whether the
    goroutine counts as woken, so that Unlock need not wake another."""
    for _ in range(MAX_SPINS):
        if not mu.f_locked or mu.f_starving or not _may_spin(m):
            break
        if not awoke and not mu.f_woken and mu.f_waiters:
            mu.f_woken = True
            awoke = True
        m.budget -= SPIN_STEPS
        pause_rmw(m)
    return awoke


def _may_spin(m: Sched) -> bool:
    if m.settings.num_cpu == 1 or m.gomaxprocs <= len(m.idle) + m.nmspinning + 1:
        return False
    return not m.p.runq and m.p.runnext is None


def try_lock(m: Sched, mu: Mutex) -> bool:
    if mu.f_locked or mu.f_starving:
        return False
    mu.f_locked = True
    if m.bus.on:
        m.emit("lock", m.object_id(mu))
    return True


def unlock(m: Sched, mu: Mutex) -> None:
    """Raises FatalError when it is not locked."""
    if not mu.f_locked:
        raise FatalError("sync: unlock of unlocked mutex")
    if m.bus.on:
        m.emit("unlock", m.object_id(mu))
    mu.f_locked = False
    if mu.f_starving:
        sema.release(m, mu, "f_sema", handoff=True)
    elif mu.f_waiters and not mu.f_woken:
        mu.f_waiters -= 1
        mu.f_woken = True
        sema.release(m, mu, "f_sema")
