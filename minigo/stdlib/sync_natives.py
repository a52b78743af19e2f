"""Natives of package sync: the machine's locks, wait groups and condition variables; pools.

The Go structs hold the state (see src/sync); a nil receiver is a nil dereference, as in Go.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from minigo.record import field, record
from minigo.runtime.natives import linked
from minigo.runtime.panics import nil_dereference
from minigo.runtime.sched import mutex, rwmutex, waitgroup

if TYPE_CHECKING:
    from minigo.runtime.run import Run
    from minigo.runtime.sched.holders import Holders
    from minigo.runtime.sched.machine import Machine


def machine_of(run: Run) -> Machine:
    """The run's machine, with all that it can do."""
    return cast("Machine", run.machine)


def _register(name: str, method: Callable[..., Any]) -> None:
    """The native `name` is `method(machine, receiver, ...)`."""

    @linked(name)
    def factory(run: Run) -> Callable[..., Any]:
        return _method(machine_of(run), method)


def _method(m: Machine, method: Callable[..., Any]) -> Callable[..., Any]:
    """`method` of the machine, called with the receiver, and an argument if it takes one. (Passing on `*args` would be
    a call through C: goroutines that block in it would each keep a piece of C stack.)"""

    def call(receiver: Any) -> Any:
        if receiver is None:
            raise nil_dereference()
        return method(m, receiver)

    def call_with(receiver: Any, argument: Any) -> Any:
        if receiver is None:
            raise nil_dereference()
        return method(m, receiver, argument)

    needed = method.__code__.co_argcount - len(method.__defaults__ or ())
    return call if needed == 2 else call_with


@linked("sync.(*Mutex).Lock")
def mutex_lock(run: Run) -> Callable[[Any], None]:
    m = machine_of(run)
    bus, slow, closed, locked = run.bus, mutex.lock, mutex.CLOSED, mutex.LOCKED
    if m.holders is not None:
        return _watched_lock(m, m.holders)

    def lock(mu: Any) -> None:
        if mu is None:
            raise nil_dereference()
        inner = mu.f_mu
        if inner.f_state & closed or bus.on:
            slow(m, mu)
        else:
            inner.f_state |= locked

    return lock


@linked("sync.(*Mutex).Unlock")
def mutex_unlock(run: Run) -> Callable[[Any], None]:
    m = machine_of(run)
    bus, slow, locked = run.bus, mutex.unlock, mutex.LOCKED
    if m.holders is not None:
        return _watched_unlock(m, m.holders)

    def unlock(mu: Any) -> None:
        if mu is None:
            raise nil_dereference()
        inner = mu.f_mu
        if inner.f_state != locked or bus.on:
            slow(m, mu)
        else:
            inner.f_state = 0

    return unlock


def _watched_lock(m: Machine, holders: Holders) -> Callable[[Any], None]:
    """Lock in a run whose lock holders are known."""
    bus, slow, closed, locked = m.bus, mutex.lock, mutex.CLOSED, mutex.LOCKED
    writer, codes, frame_of = holders.writer, holders.codes, sys._getframe

    def lock(mu: Any) -> None:
        if mu is None:
            raise nil_dereference()
        inner = mu.f_mu
        frame = frame_of(1)
        code = frame.f_code
        if inner.f_state & closed or bus.on or id(code) not in codes or holders.listener is not None:
            slow(m, mu)
        else:
            inner.f_state |= locked
            writer[id(mu)] = (m.g.id, (code, frame.f_lasti))

    return lock


def _watched_unlock(m: Machine, holders: Holders) -> Callable[[Any], None]:
    bus, slow, locked, writer = m.bus, mutex.unlock, mutex.LOCKED, holders.writer

    def unlock(mu: Any) -> None:
        if mu is None:
            raise nil_dereference()
        inner = mu.f_mu
        if inner.f_state != locked or bus.on or holders.listener is not None:
            slow(m, mu)
        else:
            inner.f_state = 0
            writer.pop(id(mu), None)

    return unlock


_register("sync.(*Mutex).TryLock", mutex.try_lock)
_register("sync.(*RWMutex).Lock", rwmutex.lock)
_register("sync.(*RWMutex).TryLock", rwmutex.try_lock)
_register("sync.(*RWMutex).Unlock", rwmutex.unlock)
_register("sync.(*RWMutex).RLock", rwmutex.rlock)
_register("sync.(*RWMutex).TryRLock", rwmutex.try_rlock)
_register("sync.(*RWMutex).RUnlock", rwmutex.runlock)
_register("sync.(*WaitGroup).count", waitgroup.add)
_register("sync.(*WaitGroup).block", waitgroup.wait)
_register("sync.(*Cond).join", waitgroup.cond_join)
_register("sync.(*Cond).block", waitgroup.cond_wait)
_register("sync.(*Cond).wake", waitgroup.cond_signal)


@linked("sync.(*Cond).copied")
def cond_copied(run: Run) -> Callable[[Any], bool]:
    """Each Cond in use carries its own number; a copy carries that of another."""
    used: list[Any] = [None]

    def copied(cond: Any) -> bool:
        if cond is None:
            raise nil_dereference()
        number = cond.f_checker
        if number == 0:
            cond.f_checker = len(used)
            used.append(cond)
            return False
        return used[number] is not cond

    return copied


@linked("sync.(*Once).announce")
def once_announce(run: Run) -> Callable[[Any], None]:
    m = machine_of(run)

    def announce(once: Any) -> None:
        if m.bus.on:
            m.emit("once", m.object_id(once))

    return announce


# ---------------------------------------------------------------- pools


@record(slots=True, eq=False)
class Local:
    """What a P has put into a Pool: a value that it takes first, and a stack whose other end others steal from."""

    private: Any = None
    shared: list[Any] = field(default_factory=list)

    def put(self, x: Any) -> None:
        if self.private is None:
            self.private = x
        else:
            self.shared.append(x)

    def take(self) -> Any:
        x = self.private
        if x is not None:
            self.private = None
            return x
        return self.shared.pop() if self.shared else None


@record(slots=True, eq=False)
class PoolState:
    """The values in a Pool, by P; `victims` survived one collection."""

    pool: Any
    local: dict[int, Local] = field(default_factory=dict)
    victims: list[Any] = field(default_factory=list)

    def references(self) -> list[Any]:
        """The values in it."""
        return [*self.victims, *(x for local in self.local.values() for x in (local.private, *local.shared))]


_POOLS = "sync.pools"


def _pool_state(m: Machine, pool: Any) -> PoolState:
    pools = m.shelf.setdefault(_POOLS, {})
    state: PoolState | None = pools.get(id(pool))
    if state is None:
        state = pools[id(pool)] = PoolState(pool)
    return state


def collect_pools(m: Machine) -> None:
    """A garbage collection: what was not used since the one before is gone."""
    for state in m.shelf.get(_POOLS, {}).values():
        values = [x for local in state.local.values() for x in (*local.shared, local.private)]
        state.victims = [x for x in values if x is not None]
        state.local = {}


@linked("sync.(*Pool).keep")
def pool_put(run: Run) -> Callable[[Any, Any], None]:
    m = machine_of(run)

    def put(pool: Any, x: Any) -> None:
        if pool is None:
            raise nil_dereference()
        if m.bus.on:
            m.emit("atomic", m.object_id(pool), "put")
        _pool_state(m, pool).local.setdefault(m.p.id, Local()).put(x)

    return put


@linked("sync.(*Pool).take")
def pool_get(run: Run) -> Callable[[Any], Any]:
    m = machine_of(run)

    def get(pool: Any) -> Any:
        if pool is None:
            raise nil_dereference()
        if m.bus.on:
            m.emit("atomic", m.object_id(pool), "get")
        state = _pool_state(m, pool)
        own = state.local.get(m.p.id)
        x = own.take() if own is not None else None
        if x is not None:
            return x
        for local in state.local.values():
            if local.shared:
                return local.shared.pop(0)
        return state.victims.pop() if state.victims else None

    return get
