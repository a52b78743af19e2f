"""Source files, positions in them, and the diagnostics that refer to them.

A `Pos` is a plain int so that every AST and core node can carry one at no cost: file base + line and column
packed as `(file index << 40) | (line << 16) | column`. Lines and columns count from 1; a column counts *bytes*, a tab
is one. `NO_POS` (0) means "no position". Which file an index stands for is known to a `FileSet`.
"""

from __future__ import annotations

from typing import NewType

from minigo.record import field, record

Pos = NewType("Pos", int)
NO_POS = Pos(0)

MAX_ERRORS = 10
"""How many errors gc prints."""

_LINE_SHIFT = 16
_FILE_SHIFT = 40
_COLUMN_MASK = (1 << _LINE_SHIFT) - 1
_LINE_MASK = (1 << (_FILE_SHIFT - _LINE_SHIFT)) - 1


OWN_INDEX = 1 << 20
"""From here on numbers of files are given by who adds them."""


def make_pos(file: int, line: int, column: int) -> Pos:
    """Pack a position; columns beyond 65535 are clamped."""
    return Pos((file << _FILE_SHIFT) | (line << _LINE_SHIFT) | min(column, _COLUMN_MASK))


def pos_file(pos: Pos) -> int:
    return pos >> _FILE_SHIFT


def pos_line(pos: Pos) -> int:
    return (pos >> _LINE_SHIFT) & _LINE_MASK


def pos_column(pos: Pos) -> int:
    return pos & _COLUMN_MASK


@record(slots=True)
class File:
    """A source file.

    `name` is what messages print (`./prog.go`), `path` what stack traces print (absolute), `index` its number
    in the file set (from 1, or of its own), `text` its decoded content.
    """

    name: str
    path: str
    text: str
    index: int

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its newline; empty when there is no such line."""
        lines = self.text.split("\n")
        return lines[number - 1] if 1 <= number <= len(lines) else ""


@record(slots=True)
class FileSet:
    """All files of a program: maps the file index in a `Pos` back to its `File`.

    Files are numbered from 1 as they are added, unless they come with a number of their own, as the library's do, whose
    positions are to be the same in every program.
    """

    by_index: dict[int, File] = field(default_factory=dict)

    @property
    def files(self) -> list[File]:
        """All files, in the order in which they were added."""
        return list(self.by_index.values())

    def add(self, name: str, path: str, text: str, index: int = 0) -> File:
        """Raises ValueError if `index` is taken."""
        file = File(name, path, text, index or 1 + sum(i < OWN_INDEX for i in self.by_index))
        if file.index in self.by_index:
            raise ValueError(f"two files have the number {file.index}")
        self.by_index[file.index] = file
        return file

    def file(self, pos: Pos) -> File:
        return self.by_index[pos_file(pos)]

    def format(self, pos: Pos) -> str:
        """`./prog.go:3:7`, as gc prints positions."""
        if pos == NO_POS:
            return "-"
        return f"{self.file(pos).name}:{pos_line(pos)}:{pos_column(pos)}"


@record(slots=True, frozen=True)
class Diagnostic:
    """One finding about a Go program: `pos` is where, `message` gc's words (may hold further lines, tab-indented).

    `soft` marks errors of the kind "declared and not used", which do not stop later phases.
    """

    pos: Pos
    message: str
    soft: bool = False


class DiagnosticError(Exception):
    """The Go program does not compile: carries all diagnostics, in source order, ready to print."""

    def __init__(self, diagnostics: list[Diagnostic], files: FileSet) -> None:
        super().__init__(f"{len(diagnostics)} diagnostics")
        self.diagnostics = diagnostics
        self.files = files

    def position(self, pos: Pos) -> str:
        """A position as the messages print it."""
        return self.files.format(pos)

    def format(self, diagnostic: Diagnostic, kind: str = "") -> str:
        """A diagnostic as gc prints it, perhaps on several lines; `kind` stands before its message."""
        position = f"{self.position(diagnostic.pos)}: " if diagnostic.pos else ""
        return f"{position}{kind}{diagnostic.message}"


class SourceError(Exception):
    """Something that was to be read cannot be: the message is one line that names it."""


class InternalError(Exception):
    """A bug of minigo itself, never the Go program's fault."""
