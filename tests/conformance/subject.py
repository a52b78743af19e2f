"""What minigo makes of a program: functions that run in a job's process (see jobs.py)."""

from __future__ import annotations

import json
import os
from pathlib import Path

from minigo.check import check_package, sort_diagnostics
from minigo.engine.deepstack import with_large_stack
from minigo.inputs import Inputs
from minigo.load import read_target
from minigo.session import Options, Session
from minigo.source import Diagnostic, DiagnosticError, FileSet, pos_line
from minigo.stdlib.importer import LibraryImporter
from minigo.syntax.parser import parse

EVERY_ERROR = 1 << 30
"""Instead of the ten errors that gc prints."""

DOES_NOT_COMPILE = 65

PACKAGE = "p"
"""The import path of what is only checked: no program, so that the linker has nothing to say."""

NOT_THE_COMPILER = "missing function body"
"""An error by which `go build` goes beyond the compiler: functions may have bodies in assembly."""


class _Output:
    """A file descriptor as a stream that keeps nothing back, so that stdout and stderr come in the order of writing."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def write(self, data: bytes, /) -> int:
        return os.write(self.descriptor, data)

    def flush(self) -> None:
        """Nothing is kept back."""


def run_program(path: Path, engine: str, args: tuple[str, ...]) -> int:
    """Runs the program; its exit code, or DOES_NOT_COMPILE with the errors on stderr."""
    session = Session(Options(engine=engine, args=args))
    try:
        loaded = session.load(str(path))
    except DiagnosticError as error:
        os.write(2, "\n".join(session.format_diagnostics(error)).encode())
        return DOES_NOT_COMPILE
    with open(os.devnull, "rb") as stdin:
        return session.run(loaded, stdin, _Output(1), _Output(2)).exit_code


def report_errors(path: Path, lang: str | None) -> int:
    """Prints the errors of a package as JSON: a list of lines (0 for none) and texts."""
    errors = with_large_stack(lambda: find_errors(path, lang))
    os.write(1, json.dumps([[pos_line(d.pos), d.message] for d in errors]).encode("utf-8", "surrogateescape"))
    return 0


def find_errors(path: Path, lang: str | None) -> list[Diagnostic]:
    """All errors of a package of one file: those of its syntax and, if it has a tree, those of its types."""
    files = FileSet()
    try:
        (source,) = read_target(str(path), files, Inputs())
    except DiagnosticError as error:
        return error.diagnostics
    tree, errors = parse(source, EVERY_ERROR)
    if tree is None:
        return errors
    importer = LibraryImporter(files)
    if lang is None:
        reported = check_package([tree], PACKAGE, files, importer).reported
    else:
        reported = check_package([tree], PACKAGE, files, importer, lang=lang).reported
    return sort_diagnostics([*errors, *(d for d in reported if d.message != NOT_THE_COMPILER)])
