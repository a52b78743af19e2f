"""Natives of package os: the standard streams, arguments, environment, exit code, and the files that the run allows.

A native that can fail returns an error number of Linux's beside its result, 0 when it did not. What goes to the host's
files is a system call: the goroutine's P is free meanwhile.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from minigo.runtime.hostfiles import HostFiles
from minigo.runtime.natives import linked
from minigo.runtime.panics import ProgramExit
from minigo.runtime.values import NIL_SLICE, Slice, gostring, slice_bytes, slice_of, text

if TYPE_CHECKING:
    from minigo.runtime.run import Run

READ_NS = 1_000
"""Virtual nanoseconds that a read from stdin takes."""
FILE_NS = 1_000
"""And an operation on a file."""

# Numbers that differ elsewhere, as Linux has them.
_LINUX = {errno.EAGAIN: 11, errno.ENOTEMPTY: 39, errno.ELOOP: 40, errno.ENAMETOOLONG: 36, errno.ENOSYS: 38}


@linked("syscall.Exit")
@linked("os.Exit")
def exit_program(run: Run) -> Callable[[int], NoReturn]:
    def exit_program(code: int) -> NoReturn:
        if code == 0 and run.refuse_exit0:
            raise run.string_panic("unexpected call to os.Exit(0) during test")
        raise ProgramExit(code & 0xFF)

    return exit_program


@linked("os.runtimeArgs")
def runtime_args(run: Run) -> Callable[[], Slice]:
    return lambda: slice_of([gostring(arg) for arg in run.args])


@linked("os.runtimeEnv")
def runtime_env(run: Run) -> Callable[[], Slice]:
    """Keys and values by turns."""
    return lambda: slice_of([gostring(part) for pair in run.env for part in pair])


# ---------------------------------------------------------------- streams


def write_stream(run: Run) -> Callable[[int, Slice], int]:
    def write(fd: int, data: Slice) -> int:
        run.write(fd, slice_bytes(data))
        return data.len

    return write


def write_stream_string(run: Run) -> Callable[[int, bytes], int]:
    def write_string(fd: int, data: bytes) -> int:
        run.write(fd, data)
        return len(data)

    return write_string


def read_stream(run: Run) -> Callable[[int, Slice], int]:
    """Reading is a system call: it may block, and the P is free meanwhile."""

    def read(fd: int, into: Slice) -> int:
        data: bytes = run.machine.syscall(lambda: run.read(into.len), READ_NS) if fd == 0 else b""
        into.array[into.offset : into.offset + len(data)] = data
        return len(data)

    return read


for _package in ("os", "internal/stdio"):
    linked(f"{_package}.write")(write_stream)
    linked(f"{_package}.writeString")(write_stream_string)
    linked(f"{_package}.read")(read_stream)


# ---------------------------------------------------------------- files


def _attempt(run: Run, operation: Callable[[HostFiles], Any], nothing: Any) -> tuple[Any, int]:
    """The result of an operation and 0, or `nothing` and an error number."""

    def call() -> tuple[Any, int]:
        try:
            return operation(run.files), 0
        except OSError as error:
            number = error.errno or errno.EIO
            return nothing, _LINUX.get(number, number)

    outcome: tuple[Any, int] = run.machine.syscall(call, FILE_NS)
    return outcome


@linked("os.openFile")
def open_file(run: Run) -> Callable[[bytes, int, int], tuple[int, int]]:
    return lambda name, flags, mode: _attempt(run, lambda files: files.open(text(name), flags, mode), -1)


@linked("os.closeFile")
def close_file(run: Run) -> Callable[[int], int]:
    return lambda fd: _attempt(run, lambda files: files.close_file(fd), None)[1]


@linked("os.readFile")
def read_file(run: Run) -> Callable[[int, Slice, int], tuple[int, int]]:
    def read(fd: int, into: Slice, offset: int) -> tuple[int, int]:
        data, error = _attempt(run, lambda files: files.read(fd, into.len, offset), b"")
        into.array[into.offset : into.offset + len(data)] = data
        return len(data), error

    return read


@linked("os.writeFile")
def write_file(run: Run) -> Callable[[int, Slice, int], tuple[int, int]]:
    return lambda fd, data, offset: _attempt(run, lambda files: files.write(fd, slice_bytes(data), offset), 0)


@linked("os.seekFile")
def seek_file(run: Run) -> Callable[[int, int, int], tuple[int, int]]:
    return lambda fd, offset, whence: _attempt(run, lambda files: os.lseek(files.host(fd), offset, whence), 0)


@linked("os.syncFile")
def sync_file(run: Run) -> Callable[[int], int]:
    return lambda fd: _attempt(run, lambda files: os.fsync(files.host(fd)), None)[1]


@linked("os.setFileSize")
def set_file_size(run: Run) -> Callable[[int, int], int]:
    return lambda fd, size: _attempt(run, lambda files: os.ftruncate(files.host(fd), size), None)[1]


@linked("os.setFileMode")
def set_file_mode(run: Run) -> Callable[[int, int], int]:
    return lambda fd, mode: _attempt(run, lambda files: os.fchmod(files.host(fd), mode), None)[1]


def _stat_numbers(found: os.stat_result) -> Slice:
    """Size, mode as Unix has it, time of the last change in ns, and what tells the file from others."""
    return slice_of([found.st_size, found.st_mode, found.st_mtime_ns, found.st_dev, found.st_ino])


@linked("os.statFile")
def stat_file(run: Run) -> Callable[[int], tuple[Slice, int]]:
    return lambda fd: _attempt(run, lambda files: _stat_numbers(os.fstat(files.host(fd))), NIL_SLICE)


@linked("os.statPath")
def stat_path(run: Run) -> Callable[[bytes, bool], tuple[Slice, int]]:
    return lambda name, follow: _attempt(run, lambda files: _stat_numbers(files.stat(text(name), follow)), NIL_SLICE)


@linked("os.entryNames")
def entry_names(run: Run) -> Callable[[bytes], tuple[Slice, int]]:
    def entries(files: HostFiles, name: bytes) -> Slice:
        return slice_of([os.fsencode(entry) for entry in files.entries(text(name))])

    return lambda name: _attempt(run, lambda files: entries(files, name), NIL_SLICE)


@linked("os.readLink")
def read_link(run: Run) -> Callable[[bytes], tuple[bytes, int]]:
    return lambda name: _attempt(run, lambda files: gostring(files.read_link(text(name))), b"")


@linked("os.workingDirectory")
def working_directory(run: Run) -> Callable[[], bytes]:
    return lambda: gostring(run.files.folder)


def _register_path(name: str, operation: Callable[..., None]) -> None:
    """A native that takes a path and numbers and returns an error number."""

    def link(run: Run) -> Callable[..., int]:
        return lambda path, *numbers: _attempt(run, lambda files: operation(files, text(path), *numbers), None)[1]

    linked(name)(link)


def _register_paths(name: str, operation: Callable[..., None]) -> None:
    def link(run: Run) -> Callable[[bytes, bytes], int]:
        return lambda old, new: _attempt(run, lambda files: operation(files, text(old), text(new)), None)[1]

    linked(name)(link)


_register_path("os.changeFolder", HostFiles.change_folder)
_register_path("os.makeFolder", HostFiles.make_folder)
_register_path("os.removeFile", HostFiles.remove_file)
_register_path("os.removeFolder", HostFiles.remove_folder)
_register_path("os.setMode", HostFiles.set_mode)
_register_path("os.setSize", HostFiles.set_size)
_register_path("os.setTimes", HostFiles.set_times)
_register_paths("os.renamePath", HostFiles.rename)
_register_paths("os.symlinkPath", HostFiles.symlink)
_register_paths("os.linkPath", HostFiles.link)


@linked("os.randomName")
def random_name(run: Run) -> Callable[[], bytes]:
    """Ten digits or fewer, of the run's choice."""
    return lambda: b"%d" % run.chooser.choose(1 << 32, "rand")
