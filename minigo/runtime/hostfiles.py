"""The part of the host's file system that a program may reach, and the files it has open.

Everything is refused (EACCES) but what lies in a folder, or is a file, that the run allows. A run may have a folder for
temporary files of its own, which is made when it is needed and removed at the end: the program knows it by a name that
is the same in every run. Paths are resolved before
they are compared, so neither `..` nor a symbolic link leads out; what is opened is the resolved path, and not if its
last element has become a link meanwhile. Only the program's own working directory changes, never the process's.
Invariant: `_open` holds the host's descriptors by those of the program; 0 to 2 are the standard streams.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_CLOSE_ON_EXEC = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
FIRST_DESCRIPTOR = 3

# The numbers of Linux, which programs see.
WRONLY, RDWR, CREATE, EXCL, TRUNC, APPEND = 0x1, 0x2, 0x40, 0x80, 0x200, 0x400


class HostFiles:
    """`read` and `write` are paths that may be read, or read and changed. All methods raise OSError."""

    def __init__(
        self, read: Iterable[str] = (), write: Iterable[str] = (), *, folder: str = "", temporary: str = ""
    ) -> None:
        """`folder` is the program's working directory, `temporary` the name of its own folder for temporary files."""
        self._write = [os.path.realpath(path) for path in write]
        self._read = [os.path.realpath(path) for path in read] + self._write
        self._open: dict[int, int] = {}
        self._folder = folder or (os.getcwd() if self._read else "/")
        self._temporary = temporary
        self._private = ""

    @property
    def folder(self) -> str:
        """The working directory as the program knows it."""
        if self._private and _inside(self._folder, self._private):
            return self._temporary + self._folder[len(self._private) :]
        return self._folder

    def _place(self, name: str) -> str:
        """The absolute path on the host of what the program calls `name`, links not followed."""
        path = os.path.normpath(os.path.join(self.folder, name)) if self._temporary else ""
        if not path or not _inside(path, self._temporary) or any(_inside(path, root) for root in self._read):
            return os.path.join(self._folder, name)
        if not self._private:
            import tempfile

            self._private = os.path.realpath(tempfile.mkdtemp(prefix="minigo"))
            self._write.append(self._private)
            self._read.append(self._private)
        return self._private + path[len(self._temporary) :]

    def _resolve(self, name: str, *, follow: bool = True) -> str:
        """The path without links; the last element may be one if `follow` is false."""
        if "\0" in name:
            raise OSError(errno.EINVAL, "invalid argument")
        if not name:
            raise OSError(errno.ENOENT, "no such file or directory")
        path = self._place(name)
        if follow:
            return os.path.realpath(path)
        # A slash at the end means what the link leads to.
        head, tail = os.path.split(path.rstrip("/") or "/")
        if tail in ("", ".", ".."):
            return os.path.realpath(path)
        return os.path.join(os.path.realpath(head), tail)

    def _checked(self, name: str, allowed: list[str], *, follow: bool = True) -> str:
        path = self._resolve(name, follow=follow)
        if path != os.devnull and not any(_inside(path, root) for root in allowed):
            raise OSError(errno.EACCES, "permission denied")
        return path

    def readable(self, name: str, *, follow: bool = True) -> str:
        return self._checked(name, self._read, follow=follow)

    def writable(self, name: str, *, follow: bool = True) -> str:
        return self._checked(name, self._write, follow=follow)

    # ------------------------------------------------------------ open files

    def open(self, name: str, flags: int, mode: int) -> int:
        """A new descriptor of the program's; `flags` are Linux's."""
        changes = flags & (WRONLY | RDWR | CREATE | TRUNC | APPEND)
        path = self.writable(name) if changes else self.readable(name)
        host = os.O_RDONLY
        for flag, own in (
            *((WRONLY, os.O_WRONLY), (RDWR, os.O_RDWR), (CREATE, os.O_CREAT), (EXCL, os.O_EXCL)),
            *((TRUNC, os.O_TRUNC), (APPEND, os.O_APPEND)),
        ):
            if flags & flag:
                host |= own
        if flags & EXCL and flags & CREATE and os.path.islink(self._place(name)):
            raise OSError(errno.EEXIST, "file exists")
        number = os.open(path, host | _NO_FOLLOW | _CLOSE_ON_EXEC, mode)
        fd = FIRST_DESCRIPTOR
        while fd in self._open:
            fd += 1
        self._open[fd] = number
        return fd

    def host(self, fd: int) -> int:
        """The host's descriptor."""
        number = self._open.get(fd)
        if number is None:
            raise OSError(errno.EBADF, "bad file descriptor")
        return number

    def close_file(self, fd: int) -> None:
        number = self.host(fd)
        del self._open[fd]
        os.close(number)

    def close(self) -> None:
        """Closes what the program left open, and removes its temporary files."""
        for number in self._open.values():
            os.close(number)
        self._open.clear()
        if self._private:
            import shutil

            shutil.rmtree(self._private, ignore_errors=True)

    def read(self, fd: int, size: int, offset: int) -> bytes:
        """Up to `size` bytes at `offset`; where the last read ended if that is negative."""
        number = self.host(fd)
        return os.read(number, size) if offset < 0 else os.pread(number, size, offset)

    def write(self, fd: int, data: bytes, offset: int) -> int:
        number = self.host(fd)
        return os.write(number, data) if offset < 0 else os.pwrite(number, data, offset)

    # ------------------------------------------------------------ the file system

    def stat(self, name: str, follow: bool) -> os.stat_result:
        return os.stat(self.readable(name, follow=follow), follow_symlinks=False)

    def entries(self, name: str) -> list[str]:
        """The names in a folder, sorted: the host's order is no program's business."""
        return sorted(os.listdir(self.readable(name)))

    def read_link(self, name: str) -> str:
        return os.readlink(self.readable(name, follow=False))

    def change_folder(self, name: str) -> None:
        path = self.readable(name)
        if not stat.S_ISDIR(os.stat(path).st_mode):
            raise OSError(errno.ENOTDIR, "not a directory")
        self._folder = path

    def make_folder(self, name: str, mode: int) -> None:
        os.mkdir(self.writable(name, follow=False), mode)

    def remove_file(self, name: str) -> None:
        os.unlink(self.writable(name, follow=False))

    def remove_folder(self, name: str) -> None:
        os.rmdir(self.writable(name, follow=False))

    def rename(self, old: str, new: str) -> None:
        os.rename(self.writable(old, follow=False), self.writable(new, follow=False))

    def symlink(self, old: str, new: str) -> None:
        os.symlink(old, self.writable(new, follow=False))

    def link(self, old: str, new: str) -> None:
        # What is linked can be changed by its new name.
        os.link(self.writable(old, follow=False), self.writable(new, follow=False), follow_symlinks=False)

    def set_mode(self, name: str, mode: int) -> None:
        os.chmod(self.writable(name), mode)

    def set_size(self, name: str, size: int) -> None:
        os.truncate(self.writable(name), size)

    def set_times(self, name: str, accessed: int, changed: int) -> None:
        """In nanoseconds since 1970."""
        os.utime(self.writable(name), ns=(accessed, changed))


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
