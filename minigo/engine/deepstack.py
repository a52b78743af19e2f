"""Room for deep recursion: Python's recursion limit, and a thread with a large C stack.

Calls between Go functions do not use the C stack, but natives that call back into Go do, and so do Python's compiler
and its clean-up of long chains of objects.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import FunctionType
from typing import Any, TypeVar

T = TypeVar("T")

INTERRUPTS = 3
"""How often an interrupt is sent to the thread: Python drops exceptions that come up in a destructor."""
SIGNAL_SECONDS = 0.1
"""How long a signal may go unnoticed."""
INTERRUPT_SECONDS = 0.5
"""How long the thread may take to end after each."""

C_STACK = 512 << 20
"""Bytes of address space for the C stack; memory is used as far as the stack grows."""
FRAMES = 100_000
"""Python frames that a thread with a large stack may have, unless more are asked for."""
_ROOM = 1 << 20
"""Bytes that a frame claims to need."""
SLACK = 400
"""Python frames beyond the limit: the run's own, around and on top of Go's."""


class RecursionLimit:
    """Python's recursion limit during a run: `allow(n)` allows n more frames than there were when this was made."""

    def __init__(self) -> None:
        self._old = sys.getrecursionlimit()
        self._base = _depth()

    def allow(self, frames: int) -> None:
        """Raises RecursionError when there are more already."""
        sys.setrecursionlimit(self._base + frames + SLACK)

    def restore(self) -> None:
        sys.setrecursionlimit(self._old)


def give_room(function: Callable[..., Any]) -> None:
    """Lets what `function` calls run in one piece of memory.

    Python keeps frames in chunks of 16 KB, and gives a chunk back as soon as its first frame ends. Where a hot call
    happens to need a new chunk, each of these calls asks the system for memory. A frame that claims to need much gets a
    chunk to match, twice that size; what it does not use is left to the frames on top of it.
    """
    assert isinstance(function, FunctionType)
    function.__code__ = function.__code__.replace(co_stacksize=_ROOM // 8 + 64)


def _depth() -> int:
    depth = 0
    frame = sys._getframe()
    while frame.f_back is not None:
        frame = frame.f_back
        depth += 1
    return depth


def with_large_stack(function: Callable[[], T]) -> T:
    """Calls `function` in a thread with a large C stack and a high recursion limit, and returns or raises what it does.

    An interrupt (Ctrl-C) that comes meanwhile is raised in that thread.
    """
    results: list[T] = []
    errors: list[BaseException] = []
    done = threading.Event()

    def body() -> None:
        limit = RecursionLimit()
        limit.allow(FRAMES)
        try:
            results.append(function())
        except BaseException as error:
            errors.append(error)
        finally:
            limit.restore()
            done.set()

    old = threading.stack_size(C_STACK)
    # A daemon: should it not heed an interrupt, in a read from a terminal for example, the process ends all the same.
    thread = threading.Thread(target=body, name="minigo", daemon=True)
    try:
        try:
            thread.start()
        finally:
            threading.stack_size(old)
        # Not Thread.join: interrupted, it may take a thread that still runs for ended. Not without a limit of time: a
        # signal that comes just before the wait, or to the other thread, is heeded only when the wait is over.
        while not done.wait(SIGNAL_SECONDS):
            pass
    except KeyboardInterrupt:
        _interrupt(thread, done)
    if errors:
        raise errors[0]
    return results[0]


def _interrupt(thread: threading.Thread, done: threading.Event) -> None:
    """Raises KeyboardInterrupt in `thread`, and here when it does not end of that."""
    import ctypes

    for _ in range(INTERRUPTS):
        if thread.ident is not None:
            target = ctypes.c_ulong(thread.ident)
            ctypes.pythonapi.PyThreadState_SetAsyncExc(target, ctypes.py_object(KeyboardInterrupt))
        if done.wait(INTERRUPT_SECONDS):
            return
    raise KeyboardInterrupt
