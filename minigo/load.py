"""Reads what the command line names, a Go file, a folder of them, or standard input, as text with the names to show.

Invariant: what cannot be read or is no UTF-8 is told in one line; nothing here raises anything but SourceError and
DiagnosticError.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from minigo.buildtags import is_test, name_matches, text_matches
from minigo.inputs import Inputs
from minigo.record import field, record
from minigo.source import Diagnostic, DiagnosticError, File, FileSet, SourceError, make_pos
from minigo.syntax.constraint import ConstraintError

STDIN = "-"
STDIN_NAME = "prog.go"

FOREIGN = {
    ".c": "C",
    ".cc": "C++",
    ".cpp": "C++",
    ".cxx": "C++",
    ".m": "Objective-C",
    ".f": "Fortran",
    ".F": "Fortran",
    ".for": "Fortran",
    ".f90": "Fortran",
}
"""The kinds of source files that a package may have with cgo only."""


@record(slots=True)
class FolderFiles:
    """What a folder holds for a build: `files` belong to it, in the order of their names, `excluded` counts those that
    the build constraints leave out, `tests` the tests, which are in `test_files` if they were asked for. `refused`: why
    the package cannot be built, "" if it can."""

    files: list[File] = field(default_factory=list)
    excluded: int = 0
    tests: int = 0
    test_files: list[File] = field(default_factory=list)
    refused: str = ""


def read_target(target: str, fset: FileSet, inputs: Inputs, text: bytes | None = None) -> list[File]:
    """The files that `target` (a .go file, a folder, or -) stands for. `text` is read instead of standard input.

    A folder stands for the .go files in it that belong to the build. Raises SourceError, and DiagnosticError for a
    file that is no UTF-8.
    """
    if target == STDIN:
        return [_add(fset, STDIN_NAME, sys.stdin.buffer.read() if text is None else text)]
    try:
        if not inputs.is_folder(target):
            return [_add(fset, target, inputs.read(target))]
    except OSError as error:
        raise _unreadable(target, error) from error
    except ValueError as error:
        raise SourceError(f"{target!r}: {error}") from error
    found = read_folder(Path(target), fset, inputs)
    if found.refused:
        raise SourceError(f"{target}: {found.refused}")
    if not found.files:
        raise SourceError(f"{target}: {no_files(found)}")
    return found.files


def no_files(found: FolderFiles) -> str:
    """Why a folder has no files for a build."""
    if found.excluded:
        return "build constraints exclude all Go files"
    return "no non-test Go files" if found.tests else "no Go files"


def read_folder(folder: Path, fset: FileSet, inputs: Inputs, *, with_tests: bool = False) -> FolderFiles:
    """The files of a package. Raises SourceError, and DiagnosticError for a file that is no UTF-8."""
    found = FolderFiles()
    try:
        paths = [folder / name for name in inputs.names(str(folder)) if name[0] not in "._"]
    except OSError as error:
        raise _unreadable(str(folder), error) from error
    for path in paths:
        name = path.name
        if name.endswith(".go"):
            _take(path, fset, found, inputs, with_tests)
        elif not name_matches(name) or found.refused:
            continue
        elif path.suffix in (".s", ".S", ".sx"):
            found.refused = f"assembly is not supported, minigo runs Go code only: {name}"
        elif path.suffix in FOREIGN:
            found.refused = f"{FOREIGN[path.suffix]} source files not allowed when not using cgo or SWIG: {name}"
    return found


def _take(path: Path, fset: FileSet, found: FolderFiles, inputs: Inputs, with_tests: bool) -> None:
    """Add a Go file to `found` if it belongs to the build."""
    test = is_test(path.name)
    if test:
        found.tests += 1
        if not with_tests:
            return
    if not name_matches(path.name):
        found.excluded += 1
        return
    try:
        data = inputs.read(str(path))
    except OSError as error:
        raise _unreadable(str(path), error) from error
    try:
        if not text_matches(data.decode("utf-8", "replace")):
            found.excluded += 1
            return
    except ConstraintError as error:
        raise SourceError(f"{path}: {error}") from error
    (found.test_files if test else found.files).append(_add(fset, str(path), data))


def _unreadable(name: str, error: OSError) -> SourceError:
    return SourceError(f"{name}: {(error.strerror or str(error)).lower()}")


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
