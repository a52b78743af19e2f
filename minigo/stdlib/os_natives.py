"""Natives of package os: the standard streams, the arguments, the exit code. Nothing else of the host is reachable."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from minigo.runtime.natives import linked, native
from minigo.runtime.panics import ProgramExit
from minigo.runtime.values import Slice, gostring, slice_bytes, slice_of

if TYPE_CHECKING:
    from minigo.runtime.run import Run

READ_NS = 1_000
"""Virtual nanoseconds that a read from stdin takes."""


@native("syscall.exit")
@native("os.Exit")
def exit_program(code: int) -> NoReturn:
    raise ProgramExit(code & 0xFF)


@linked("os.runtimeArgs")
def runtime_args(run: Run) -> Callable[[], Slice]:
    return lambda: slice_of([gostring(arg) for arg in run.args])


@linked("os.write")
def write(run: Run) -> Callable[[int, Slice], int]:
    def write(fd: int, data: Slice) -> int:
        run.write(fd, slice_bytes(data))
        return data.len

    return write


@linked("os.writeString")
def write_string(run: Run) -> Callable[[int, bytes], int]:
    def write_string(fd: int, data: bytes) -> int:
        run.write(fd, data)
        return len(data)

    return write_string


@linked("os.read")
def read(run: Run) -> Callable[[int, Slice], int]:
    """Reading is a system call: it may block, and the P is free meanwhile."""

    def read(fd: int, into: Slice) -> int:
        data: bytes = run.machine.syscall(lambda: run.read(into.len), READ_NS) if fd == 0 else b""
        into.array[into.offset : into.offset + len(data)] = data
        return len(data)

    return read
