"""How large a goroutine's stack is: it begins with 2 KB, doubles when it is full, and a garbage collection halves it
when less than a quarter is in use.

Simulated: Python keeps the frames. Every frame counts the same, so that a program overflows at the same depth and has
the same stacks on both engines; with room to spare, since the largest stack has to fit the host as Python's frames.
"""

from __future__ import annotations

STACK_MIN = 2048
"""Bytes of a goroutine's first stack (`stackMin` of Go's runtime)."""
FRAME_BYTES = 512
"""The size of every simulated stack frame."""


def max_frames(max_stack: int) -> int:
    """How deep a goroutine's stack may get: stacks double, so what counts is the greatest power of two in range."""
    return (1 << max(max_stack, FRAME_BYTES).bit_length() - 1) // FRAME_BYTES


def grown(size: int, frames: int) -> int:
    """The size in bytes of a stack of `size` once it has to hold `frames`."""
    while frames * FRAME_BYTES > size:
        size *= 2
    return size


def shrunk(size: int, frames: int) -> int:
    """The size in bytes of a stack of `size`, of which `frames` are in use, after a garbage collection."""
    return size // 2 if size > STACK_MIN and frames * FRAME_BYTES < size // 4 else size
