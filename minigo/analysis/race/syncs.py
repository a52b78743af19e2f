"""What the natives of packages sync and sync/atomic order: `Syncs.guard` wraps them.

An object is known by its identity, and kept alive so that this is not given to another. The fields of structs and the
elements of arrays that atomic functions work on are places of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minigo.analysis.race.order import Clocks
from minigo.analysis.race.vectors import ZERO, Vector, joined
from minigo.runtime.values import ElemRef, FieldRef

GoFunction = Callable[..., Any]

_DONE, _REFUSED = 0, 1
"""What atomic.Value's functions return when they have, or have not, stored (see stdlib/atomic_natives.py)."""


class Sync:
    """What is known of an object: `writer`, what the last Unlock knew; `readers`, what RUnlocks since then knew; of
    other objects than locks, what all who released knew is in `readers`."""

    __slots__ = ("owner", "readers", "writer")

    def __init__(self, owner: Any) -> None:
        self.owner = owner
        self.writer: Vector = ZERO
        self.readers: Vector = ZERO


class Syncs:
    def __init__(self, clocks: Clocks) -> None:
        self._clocks = clocks
        self._objects: dict[Any, Sync] = {}
        self.guards: dict[str, Callable[[GoFunction], GoFunction]] = {
            "sync.(*Mutex).Lock": self._lock,
            "sync.(*Mutex).TryLock": self._try_lock,
            "sync.(*Mutex).Unlock": self._unlock,
            "sync.(*RWMutex).Lock": self._lock,
            "sync.(*RWMutex).TryLock": self._try_lock,
            "sync.(*RWMutex).Unlock": self._unlock,
            "sync.(*RWMutex).RLock": self._read_lock,
            "sync.(*RWMutex).TryRLock": self._try_read_lock,
            "sync.(*RWMutex).RUnlock": self._read_unlock,
            "sync.(*WaitGroup).count": self._add,
            "sync.(*WaitGroup).block": self._acquiring,
            "sync.(*Cond).block": self._acquiring,
            "sync.(*Cond).wake": self._releasing,
            "sync.(*Pool).keep": self._releasing,
            "sync.(*Pool).take": self._acquiring,
        }

    def guard(self, name: str, native: GoFunction) -> GoFunction:
        """`native`, which is the Go function `name`, telling the clocks what it orders if it does so."""
        wrap = self.guards.get(name)
        if wrap is not None:
            return wrap(native)
        if name.startswith("sync/atomic."):
            return self._atomic(name.rpartition(".")[2], native)
        return native

    def _of(self, owner: Any) -> Sync:
        key: Any = id(owner)
        if type(owner) is FieldRef:
            owner, key = owner.obj, (id(owner.obj), owner.name)
        elif type(owner) is ElemRef:
            owner, key = owner.array, (id(owner.array), owner.index)
        sync = self._objects.get(key)
        if sync is None:
            sync = self._objects[key] = Sync(owner)
        return sync

    def _release(self, owner: Any) -> None:
        sync = self._of(owner)
        sync.readers = joined(sync.readers, self._clocks.now().release())

    def _acquire(self, owner: Any) -> None:
        self._clocks.now().learn(self._of(owner).readers)

    # ------------------------------------------------------------ locks

    def _lock(self, native: GoFunction) -> GoFunction:
        m, objects = self._clocks.machine, self._objects

        def lock(mu: Any) -> None:
            native(mu)
            sync = objects.get(id(mu))
            if sync is not None:
                thread = m.g.thread
                if sync.writer is not thread.known:
                    thread.learn(sync.writer)
                if sync.readers is not ZERO:
                    thread.learn(sync.readers)

        return lock

    def _try_lock(self, native: GoFunction) -> GoFunction:
        def try_lock(mu: Any) -> bool:
            if not native(mu):
                return False
            thread, sync = self._clocks.now(), self._of(mu)
            thread.learn(sync.writer)
            thread.learn(sync.readers)
            return True

        return try_lock

    def _unlock(self, native: GoFunction) -> GoFunction:
        m, objects = self._clocks.machine, self._objects

        def unlock(mu: Any) -> None:
            sync = objects.get(id(mu))
            if sync is None:
                sync = self._of(mu)
            thread = m.g.thread
            known = thread.settled
            sync.writer = thread.release() if known is None else known
            sync.readers = ZERO
            native(mu)

        return unlock

    def _read_lock(self, native: GoFunction) -> GoFunction:
        def read_lock(rw: Any) -> None:
            native(rw)
            self._clocks.now().learn(self._of(rw).writer)

        return read_lock

    def _try_read_lock(self, native: GoFunction) -> GoFunction:
        def try_read_lock(rw: Any) -> bool:
            if not native(rw):
                return False
            self._clocks.now().learn(self._of(rw).writer)
            return True

        return try_read_lock

    def _read_unlock(self, native: GoFunction) -> GoFunction:
        def read_unlock(rw: Any) -> None:
            if rw is not None:
                self._release(rw)
            native(rw)

        return read_unlock

    # ------------------------------------------------------------ other objects

    def _add(self, native: GoFunction) -> GoFunction:
        def add(wg: Any, delta: int) -> Any:
            if delta < 0 and wg is not None:
                self._release(wg)
            return native(wg, delta)

        return add

    def _releasing(self, native: GoFunction) -> GoFunction:
        def releasing(x: Any, *args: Any) -> Any:
            if x is not None:
                self._release(x)
            return native(x, *args)

        return releasing

    def _acquiring(self, native: GoFunction) -> GoFunction:
        def acquiring(x: Any) -> Any:
            result = native(x)
            self._acquire(x)
            return result

        return acquiring

    # ------------------------------------------------------------ atomic operations

    def _atomic(self, name: str, native: GoFunction) -> GoFunction:
        now, of = self._clocks.now, self._of
        operation = name[0].lower() + name[1:]
        if operation.startswith("load"):
            return self._acquiring(native)
        if operation.startswith("store"):
            return self._releasing(native)

        def read_modify_write(x: Any, *args: Any) -> Any:
            result = native(x, *args)
            thread, sync = now(), of(x)
            thread.learn(sync.readers)
            sync.readers = joined(sync.readers, thread.release())
            return result

        def compare_and_swap(x: Any, *args: Any) -> Any:
            result = native(x, *args)
            done = result if type(result) is bool else result == _DONE
            if done or result is False or result == _REFUSED:
                thread, sync = now(), of(x)
                thread.learn(sync.readers)
                if done:
                    sync.readers = joined(sync.readers, thread.release())
            return result

        def swap_value(x: Any, new: Any) -> Any:
            result = native(x, new)
            if result[1] == _DONE:
                thread, sync = now(), of(x)
                thread.learn(sync.readers)
                sync.readers = joined(sync.readers, thread.release())
            return result

        if operation.startswith("compareAndSwap"):
            return compare_and_swap
        return swap_value if name == "swap" else read_modify_write
