"""sync.RWMutex: many readers or one writer; a waiting writer keeps new readers out.

Fields of the Go struct: `w` is held by the writer that has the lock or waits for the readers to leave. `readerCount`
counts goroutines that hold a read lock or wait for the writer; it is less by MAX_READERS while a writer has the lock or
waits. `readerWait` counts the readers that the waiting writer still waits for. Follows Go's sync/rwmutex.go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from minigo.runtime.panics import FatalError
from minigo.runtime.sched import mutex, sema
from minigo.runtime.sched.g import WAIT_RWMUTEX_LOCK, WAIT_RWMUTEX_RLOCK

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched

MAX_READERS = 1 << 30


class Counter(Protocol):
    """The generated class of atomic.Int32."""

    f_v: int


class RWMutex(Protocol):
    """The generated class of the Go struct."""

    @property
    def f_w(self) -> mutex.Mutex: ...

    f_writerSem: int
    f_readerSem: int

    @property
    def f_readerCount(self) -> Counter: ...
    @property
    def f_readerWait(self) -> Counter: ...


def rlock(m: Sched, rw: RWMutex) -> None:
    rw.f_readerCount.f_v += 1
    if rw.f_readerCount.f_v < 0:
        sema.acquire(m, rw, "f_readerSem", WAIT_RWMUTEX_RLOCK)
    if m.holders is not None:
        m.holders.rlocked(rw, m.g.id)
    if m.bus.on:
        m.emit("rlock", m.object_id(rw))


def try_rlock(m: Sched, rw: RWMutex) -> bool:
    if rw.f_readerCount.f_v < 0:
        return False
    rw.f_readerCount.f_v += 1
    if m.holders is not None:
        m.holders.rlocked(rw, m.g.id, tried=True)
    if m.bus.on:
        m.emit("rlock", m.object_id(rw))
    return True


def runlock(m: Sched, rw: RWMutex) -> None:
    """Raises FatalError when nobody holds a read lock."""
    if rw.f_readerCount.f_v in (0, -MAX_READERS):
        raise FatalError("sync: RUnlock of unlocked RWMutex")
    if m.holders is not None:
        m.holders.runlocked(rw, m.g.id)
    if m.bus.on:
        m.emit("runlock", m.object_id(rw))
    rw.f_readerCount.f_v -= 1
    if rw.f_readerCount.f_v < 0:
        rw.f_readerWait.f_v -= 1
        if rw.f_readerWait.f_v == 0:
            sema.release(m, rw, "f_writerSem")


def lock(m: Sched, rw: RWMutex) -> None:
    mutex.lock(m, rw.f_w, True)
    readers = rw.f_readerCount.f_v
    rw.f_readerCount.f_v -= MAX_READERS
    rw.f_readerWait.f_v += readers
    if readers and rw.f_readerWait.f_v:
        sema.acquire(m, rw, "f_writerSem", WAIT_RWMUTEX_LOCK)
    if m.holders is not None:
        m.holders.locked(rw, m.g.id)
    if m.bus.on:
        m.emit("lock", m.object_id(rw))


def try_lock(m: Sched, rw: RWMutex) -> bool:
    if rw.f_readerCount.f_v or not mutex.try_lock(m, rw.f_w, True):
        return False
    rw.f_readerCount.f_v = -MAX_READERS
    if m.holders is not None:
        m.holders.locked(rw, m.g.id, tried=True)
    if m.bus.on:
        m.emit("lock", m.object_id(rw))
    return True


def unlock(m: Sched, rw: RWMutex) -> None:
    """Lets all waiting readers in, then another writer try. Raises FatalError when it is not locked for writing."""
    if rw.f_readerCount.f_v >= 0:
        raise FatalError("sync: Unlock of unlocked RWMutex")
    if m.holders is not None:
        m.holders.unlocked(rw, m.g.id)
    if m.bus.on:
        m.emit("unlock", m.object_id(rw))
    rw.f_readerCount.f_v += MAX_READERS
    for _ in range(rw.f_readerCount.f_v):
        sema.release(m, rw, "f_readerSem")
    mutex.unlock(m, rw.f_w, True)
