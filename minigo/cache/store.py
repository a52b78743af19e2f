"""The store: named entries of bytes in a private folder, each with a keyed digest.

Who can write into the folder cannot make minigo use what they wrote: an entry counts only if its digest, keyed with a
secret that lies outside of the folder and that only its owner can read, fits its name and content. Whatever else is
found under the name of an entry is as good as nothing, and is replaced by the next `put`.

Invariants: entries are written to a file of their own and moved into place, so that readers see all or nothing; the
folder has mode 0700 and is the user's own, no symbolic link, and so is that of the secret; the entries together
take no more than `limit` bytes, those unused for longest go first. Nothing here raises OSError: where nothing can be
kept, nothing is.
"""

from __future__ import annotations

import os
import stat
import sys
import time

from minigo.digests import blake2b

MAGIC = b"minigo cache 1\n"
"""What entries begin with. The number changes with the format."""
DIGEST = 32
LIMIT = 128 << 20
"""Bytes that all entries may take together."""
_SUFFIX = ".entry"
_TEMPORARY = ".tmp"
_STALE_SECONDS = 3600
"""A temporary file that is older was left by a process that died; a use that is older is noted again."""
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Store:
    """The entries in `folder`; the secret is in the folder `home`."""

    def __init__(self, folder: str, home: str, limit: int = LIMIT) -> None:
        self.folder = folder
        self.limit = limit
        self._home = home
        self._secret: bytes | None = None

    @property
    def usable(self) -> bool:
        """Whether entries can be kept, as far as can be told without keeping one."""
        return all(is_private_folder(folder) or not os.path.lexists(folder) for folder in (self.folder, self._home))

    # ------------------------------------------------------------ entries

    def get(self, name: str) -> bytes | None:
        """The content of the entry `name`; None when there is none that can be trusted."""
        secret = self._key(create=False)
        if secret is None or not is_private_folder(self.folder):
            return None
        path = self._path(name)
        data = read_private(path, self.limit)
        if data is None or not data.startswith(MAGIC):
            return None
        start = len(MAGIC) + DIGEST
        content = data[start:]
        if not _equal(data[len(MAGIC) : start], _digest(secret, name, content)):
            return None
        self._note_use(path)
        return content

    def put(self, name: str, content: bytes) -> bool:
        """Make `content` the entry `name`; says whether that worked."""
        if len(content) > self.limit // 4 or not make_private_folder(self.folder):
            return False
        secret = self._key(create=True)
        if secret is None:
            return False
        data = MAGIC + _digest(secret, name, content) + content
        if not write_private(self._path(name), data):
            return False
        self.shrink(self.limit)
        return True

    def shrink(self, limit: int) -> int:
        """Remove entries, those unused for longest first, until they take `limit` bytes at most, and what dead
        processes left behind. Returns the number of entries removed."""
        if not is_private_folder(self.folder):
            return 0
        found = self.entries()
        total = sum(size for _, size, _ in found)
        removed = 0
        for name, size, _ in sorted(found, key=lambda entry: (entry[2], entry[0])):
            if total <= limit:
                break
            if _remove(os.path.join(self.folder, name)):
                removed += 1
            total -= size
        for name, _, used in self._files(_TEMPORARY):
            if limit == 0 or time.time() - used > _STALE_SECONDS:
                _remove(os.path.join(self.folder, name))
        return removed

    def entries(self) -> list[tuple[str, int, float]]:
        """File name, size in bytes and time of the last use (to the hour) of all entries."""
        return self._files(_SUFFIX)

    def _files(self, suffix: str) -> list[tuple[str, int, float]]:
        found = []
        try:
            with os.scandir(self.folder) as items:
                for item in items:
                    if item.name.endswith(suffix):
                        try:
                            status = item.stat(follow_symlinks=False)
                        except OSError:  # another process was faster
                            continue
                        found.append((item.name, status.st_size, status.st_mtime))
        except OSError:
            pass
        return found

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name + _SUFFIX)

    def _note_use(self, path: str) -> None:
        try:
            now = time.time()
            if now - os.stat(path, follow_symlinks=False).st_mtime > _STALE_SECONDS:
                os.utime(path, (now, now), follow_symlinks=False)
        except (OSError, NotImplementedError):
            pass

    # ------------------------------------------------------------ the secret

    def _key(self, create: bool) -> bytes | None:
        if self._secret is None:
            self._secret = self._read_secret()
            if self._secret is None and create and make_private_folder(self._home):
                # Of several processes that make one at once, the first one's counts.
                path = os.path.join(self._home, "secret")
                if not os.path.lexists(path) or self._is_spoilt(path):
                    write_private(path, os.urandom(DIGEST), replace=self._is_spoilt(path))
                self._secret = self._read_secret()
        return self._secret

    def _read_secret(self) -> bytes | None:
        if not is_private_folder(self._home):
            return None
        secret = read_private(os.path.join(self._home, "secret"), DIGEST)
        return secret if secret is not None and len(secret) == DIGEST else None

    def _is_spoilt(self, path: str) -> bool:
        """Whether there is something instead of a secret that nobody else knows."""
        return os.path.lexists(path) and self._read_secret() is None


def _digest(secret: bytes, name: str, content: bytes) -> bytes:
    state = blake2b(digest_size=DIGEST, key=secret)
    encoded = name.encode()
    state.update(len(encoded).to_bytes(4, "little") + encoded)
    state.update(content)
    return state.digest()


def _equal(a: bytes, b: bytes) -> bool:
    """Whether two digests are equal, in a time that does not tell where they differ."""
    difference = len(a) ^ len(b)
    for x, y in zip(a, b, strict=False):
        difference |= x ^ y
    return difference == 0


# ---------------------------------------------------------------- private files


def is_private_folder(path: str) -> bool:
    """Whether `path` is a folder of the user's, and nobody else can look into it."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(status.st_mode) and _is_private(status)


def make_private_folder(path: str) -> bool:
    """Make the folder unless it is there; says whether it is private. A folder of the user's that others can look into
    becomes private, unless others can write to it: who knows what they put there."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            status = os.lstat(path)
            if os.name == "posix" and stat.S_ISDIR(status.st_mode) and not status.st_mode & 0o022:
                os.chmod(path, 0o700)
    except (OSError, ValueError):
        return False
    return is_private_folder(path)


def read_private(path: str, limit: int) -> bytes | None:
    """The content of a regular file that is the user's alone and has `limit` bytes at most (more for its head)."""
    try:
        file = os.open(path, os.O_RDONLY | _NOFOLLOW | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode) or not _is_private(status) or status.st_size > limit + 1024:
            return None
        parts = []
        while part := os.read(file, 1 << 24):
            parts.append(part)
        return b"".join(parts)
    except OSError:
        return None
    finally:
        os.close(file)


def write_private(path: str, data: bytes, replace: bool = True) -> bool:
    """Make `data` the content of the file, at once for all who look; unless `replace`, only if there is no file."""
    temporary = f"{path}.{os.getpid()}.{os.urandom(8).hex()}{_TEMPORARY}"
    try:
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW, 0o600)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(file, view) :]
        finally:
            os.close(file)
        if replace:
            os.replace(temporary, path)
        else:
            try:
                os.link(temporary, path)
            finally:
                os.unlink(temporary)
    except OSError:
        _remove(temporary)
        return False
    return True


def _is_private(status: os.stat_result) -> bool:
    """Whether something is the user's and nobody else can read or change it."""
    return os.name != "posix" or (status.st_uid == os.getuid() and not status.st_mode & 0o077)


def _remove(path: str) -> bool:
    try:
        os.unlink(path)
    except OSError:
        return False
    return True


# ---------------------------------------------------------------- the user's store


def user_store() -> Store:
    """The user's store: in the user's folder for caches, the secret in that for data."""
    if sys.platform == "linux":
        # As platformdirs has it, whose import would take longer than everything else here.
        return Store(_folder("XDG_CACHE_HOME", ".cache"), _folder("XDG_DATA_HOME", ".local/share"))
    from platformdirs import user_cache_dir, user_data_dir

    return Store(user_cache_dir("minigo", appauthor=False), user_data_dir("minigo", appauthor=False))


def _folder(variable: str, default: str) -> str:
    """A folder of the user's for minigo by the XDG rules."""
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), default)
    return os.path.join(base, "minigo")
