"""What a program is made of outside minigo: the files and folders that loading it looks at.

`Inputs` looks at each once and remembers what it saw, so that a program which is loaded again while it runs is the same
one. `evidence` is that as data, contents as digests: whoever finds `Inputs().agree(evidence)` true may use what was
made of them. Invariant: loading depends on nothing else in the file system.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from minigo.digests import blake2b

Evidence = list[tuple[str, str, Any]]
"""(what was asked, path, answer); read: the digest of the content, or None for what cannot be read."""

DIGEST = 32


def digest(data: bytes) -> bytes:
    """The digest of a content."""
    return blake2b(data, digest_size=DIGEST).digest()


class Inputs:
    """Answers questions about files and folders, each of them once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], Any] = {}

    def is_folder(self, path: str) -> bool:
        """False also for what is too long to be a path, or out of reach."""
        return bool(self._ask("is_folder", path, _quietly(os.path.isdir)))

    def is_file(self, path: str) -> bool:
        return bool(self._ask("is_file", path, _quietly(os.path.isfile)))

    def names(self, path: str) -> list[str]:
        """The names of the regular files of a folder, sorted. Raises OSError."""
        answer = self._ask("names", path, _names)
        if isinstance(answer, OSError):
            raise answer
        return list(answer)

    def read(self, path: str) -> bytes:
        """The content of a file. Raises OSError, and ValueError for what cannot be a path."""
        answer = self._ask("read", path, _read)
        if isinstance(answer, Exception):
            raise answer
        return bytes(answer)

    def _ask(self, question: str, path: str, answer: Callable[[str], Any]) -> Any:
        key = (question, os.path.abspath(path))
        if key not in self._seen:
            self._seen[key] = answer(path)
        return self._seen[key]

    # ------------------------------------------------------------ evidence

    def evidence(self) -> Evidence:
        """All answers that were given, as data."""
        return [(question, path, _as_data(answer)) for (question, path), answer in self._seen.items()]

    def agree(self, evidence: Evidence) -> bool:
        """Whether everything is as it was when `evidence` was taken."""
        questions = {"is_folder": self.is_folder, "is_file": self.is_file, "names": self.names, "read": self.read}
        try:
            for question, path, answer in evidence:
                questions[question](path)
                if _as_data(self._seen[question, path]) != answer:
                    return False
        except (OSError, ValueError):
            return False
        return True


def _as_data(answer: Any) -> Any:
    if isinstance(answer, bytes):
        return digest(answer)
    return None if isinstance(answer, Exception) else answer


def _quietly(test: Callable[[str], bool]) -> Callable[[str], bool]:
    def answer(path: str) -> bool:
        try:
            return test(path)
        except (OSError, ValueError):
            return False

    return answer


def _names(path: str) -> Any:
    try:
        with os.scandir(path) as entries:
            return sorted(entry.name for entry in entries if entry.is_file())
    except OSError as error:
        return error


def _read(path: str) -> Any:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError) as error:
        return error
