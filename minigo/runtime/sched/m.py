"""M: a thread of the simulated operating system. It runs Go code only while it holds a P.

Threads take no part in the choice of who runs; they are counted, limited and shown as Go's are.
Invariant: an M is in at most one of these states: holds a P, parked in the list of idle Ms, in a system call with its
G, or waiting for the G that is locked to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.p import P

DEFAULT_MAX_THREADS = 10000


class M:
    """`spinning`: holds a P and looks for work. `locked_g`: the goroutine that called LockOSThread on it, `lock_count`
    times without undoing it."""

    __slots__ = ("id", "lock_count", "locked_g", "p", "spinning")

    def __init__(self, id: int) -> None:
        self.id = id
        self.p: P | None = None
        self.spinning = False
        self.locked_g: G | None = None
        self.lock_count = 0

    def __repr__(self) -> str:
        return f"<M{self.id}>"
