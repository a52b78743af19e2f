"""sync.RWMutex: many readers or one writer; a waiting writer keeps new readers out.

Fields of the Go struct: `w` is held by the writer that has the lock or waits for the readers to leave; `writing` is set
meanwhile; `readers` counts goroutines that hold a read lock or wait for the writer; `departing` counts the readers that
the waiting writer still waits for. Follows Go's sync/rwmutex.go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from minigo.runtime.panics import FatalError
from minigo.runtime.sched import mutex, sema
from minigo.runtime.sched.g import WAIT_RWMUTEX_LOCK, WAIT_RWMUTEX_RLOCK

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched


class RWMutex(Protocol):
    """The generated class of the Go struct."""

    f_w: mutex.Mutex
    f_writing: bool
    f_readers: int
    f_departing: int
    f_writerSem: int
    f_readerSem: int


def rlock(m: Sched, rw: RWMutex) -> None:
    rw.f_readers += 1
    if rw.f_writing:
        sema.acquire(m, rw, "f_readerSem", WAIT_RWMUTEX_RLOCK)
    if m.bus.on:
        m.emit("rlock", m.object_id(rw))


def try_rlock(m: Sched, rw: RWMutex) -> bool:
    if rw.f_writing:
        return False
    rw.f_readers += 1
    if m.bus.on:
        m.emit("rlock", m.object_id(rw))
    return True


def runlock(m: Sched, rw: RWMutex) -> None:
    """Raises FatalError when nobody holds a read lock."""
    if rw.f_readers == 0:
        raise FatalError("sync: RUnlock of unlocked RWMutex")
    if m.bus.on:
        m.emit("runlock", m.object_id(rw))
    rw.f_readers -= 1
    if rw.f_writing:
        rw.f_departing -= 1
        if rw.f_departing == 0:
            sema.release(m, rw, "f_writerSem")


def lock(m: Sched, rw: RWMutex) -> None:
    mutex.lock(m, rw.f_w)
    _write(m, rw)
    if m.bus.on:
        m.emit("lock", m.object_id(rw))


def _write(m: Sched, rw: RWMutex) -> None:
    rw.f_writing = True
    rw.f_departing += rw.f_readers
    if rw.f_departing:
        sema.acquire(m, rw, "f_writerSem", WAIT_RWMUTEX_LOCK)


def try_lock(m: Sched, rw: RWMutex) -> bool:
    if rw.f_readers or rw.f_writing or not mutex.try_lock(m, rw.f_w):
        return False
    rw.f_writing = True
    if m.bus.on:
        m.emit("lock", m.object_id(rw))
    return True


def unlock(m: Sched, rw: RWMutex) -> None:
    """Lets all waiting readers in, then another writer try. Raises FatalError when it is not locked for writing."""
    if not rw.f_writing:
        raise FatalError("sync: Unlock of unlocked RWMutex")
    if m.bus.on:
        m.emit("unlock", m.object_id(rw))
    rw.f_writing = False
    for _ in range(rw.f_readers):
        sema.release(m, rw, "f_readerSem")
    mutex.unlock(m, rw.f_w)
