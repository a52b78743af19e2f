"""Reads what the command line names: a Go file, a folder of them, or standard input, as text with the names to show.

Invariant: what cannot be read or is no UTF-8 is told in one line; nothing here raises anything but SourceError and
DiagnosticError.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from minigo.source import Diagnostic, DiagnosticError, File, FileSet, make_pos

STDIN = "-"
STDIN_NAME = "prog.go"

_GO_LINE = re.compile(r"^\s*go\s+(1\.\d+)(?:\.\d+|rc\d+)?\s*(?://.*)?$", re.MULTILINE)


class SourceError(Exception):
    """Something that was to be read cannot be: the message is one line that names it."""


def read_target(target: str, fset: FileSet) -> list[File]:
    """The files that `target` (a .go file, a folder, or -) stands for.

    A folder stands for its .go files without tests. Raises SourceError, and DiagnosticError for a file that is no UTF-8.
    """
    if target == STDIN:
        return [_add(fset, STDIN_NAME, sys.stdin.buffer.read())]
    path = Path(target)
    try:
        if path.is_dir():
            names = sorted(p for p in path.iterdir() if _belongs(p))
            if not names:
                raise SourceError(f"{target}: no Go files")
            return [_add(fset, str(name), name.read_bytes()) for name in names]
        return [_add(fset, target, path.read_bytes())]
    except OSError as error:
        raise SourceError(f"{target}: {(error.strerror or str(error)).lower()}") from error
    except ValueError as error:
        raise SourceError(f"{target!r}: {error}") from error


def _belongs(path: Path) -> bool:
    """Whether `go run` would take the file: tests and names that begin with _ or . are left out."""
    name = path.name
    return name.endswith(".go") and not name.endswith("_test.go") and name[0] not in "._" and path.is_file()


def _add(fset: FileSet, name: str, data: bytes) -> File:
    shown = display_name(name)
    path = os.path.abspath(name)
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        return fset.add(shown, path, data.decode())
    except UnicodeDecodeError as error:
        file = fset.add(shown, path, "")
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        diagnostic = Diagnostic(make_pos(file.index, line, column), "invalid UTF-8 encoding")
        raise DiagnosticError([diagnostic], fset) from error


def display_name(name: str) -> str:
    """How gc's messages call a file: relative to the working folder if that is shorter, with ./ when it lies in it."""
    path = os.path.abspath(name)
    relative = os.path.relpath(path)
    if os.sep not in relative:
        return "./" + relative
    return relative if len(relative) < len(path) else path


def module_version(target: str) -> str | None:
    """The language version ("go1.21") that the go.mod above `target` asks for; None when there is none."""
    if target == STDIN:
        return None
    start = Path(os.path.abspath(target))
    for folder in [start, *start.parents]:
        module = folder / "go.mod"
        if module.is_file():
            found = _GO_LINE.search(module.read_text(encoding="utf-8", errors="replace"))
            return f"go{found[1]}" if found else None
    return None
