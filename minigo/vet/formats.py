"""Format strings: their directives, which arguments these take, and where they stand in a literal."""

from __future__ import annotations

import re

from minigo.record import record
from minigo.source import Pos, make_pos, pos_column, pos_file, pos_line


class FormatError(Exception):
    """A format string is malformed; the message goes behind the name of the function."""


@record(slots=True)
class Directive:
    """`text` is the whole directive, which begins at byte `start`. `verb` is its last character. `args` are the
    numbers of the arguments for `*`, `arg` that of the verb's, all counted from 0 for the first after the format.
    `indexed`: some `[n]` was given."""

    text: str
    start: int
    flags: str
    verb: str
    args: list[int]
    arg: int
    indexed: bool


_FLAGS = re.compile(rb"[#0+\- ]*")
_DIGITS = re.compile(rb"[0-9]+")


def directives(data: bytes) -> list[Directive]:
    """All directives of a format string. Raises FormatError."""
    found: list[Directive] = []
    argument = 0
    at = data.find(b"%")
    while at >= 0:
        reader = _Reader(data, at, argument)
        directive = reader.read()
        found.append(directive)
        if directive.verb != "%":
            argument = directive.arg + 1
        at = data.find(b"%", reader.at)
    return found


class _Reader:
    """Reads one directive, which begins at `start`; `argument` is the next one that is taken."""

    def __init__(self, data: bytes, start: int, argument: int) -> None:
        self.data = data
        self.start = start
        self.at = start + 1
        self.argument = argument
        self.indexed = False
        self.pending = False
        self.stars: list[int] = []

    def rest(self) -> str:
        return self.data[self.start :].decode("utf-8", "replace")

    def read(self) -> Directive:
        match = _FLAGS.match(self.data, self.at)
        assert match is not None
        self.at = match.end()
        self.index()
        self.size()
        if self.data[self.at : self.at + 1] == b".":
            self.at += 1
            self.index()
            self.size()
        if not self.pending:
            self.index()
        if self.at == len(self.data):
            raise FormatError(f"format {self.rest()} is missing verb at end of string")
        verb = self.data[self.at :].decode("utf-8", "replace")[0]
        self.at += len(verb.encode()) if verb != "\ufffd" else 1
        text = self.data[self.start : self.at].decode("utf-8", "replace")
        flags = match[0].decode()
        return Directive(text, self.start, flags, verb, self.stars, self.argument, self.indexed)

    def index(self) -> None:
        """An argument index, [n]."""
        if self.data[self.at : self.at + 1] != b"[":
            return
        begin = self.at + 1
        end = self.data.find(b"]", begin)
        if end < 0:
            raise FormatError(f"format {self.rest()} is missing closing ]")
        digits = self.data[begin:end]
        number = int(digits) if _DIGITS.fullmatch(digits) else 0
        if not 0 < number < 1 << 31:
            raise FormatError(f"format has invalid argument index [{digits.decode('utf-8', 'replace')}]")
        self.at = end + 1
        self.argument = number - 1
        self.indexed = self.pending = True

    def size(self) -> None:
        """A width or a precision: digits, or `*`, which takes an argument."""
        if self.data[self.at : self.at + 1] == b"*":
            self.at += 1
            self.stars.append(self.argument)
            self.argument += 1
            self.pending = False
            return
        match = _DIGITS.match(self.data, self.at)
        if match is not None:
            self.at = match.end()


_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)", re.DOTALL)


def place_in_literal(literal: str, pos: Pos, offset: int) -> Pos:
    """Where the byte `offset` of a string's value stands in its literal, which begins at `pos`."""
    line, column = pos_line(pos), pos_column(pos) + 1
    raw = literal.startswith("`")
    i = 1
    while offset > 0 and i < len(literal) - 1:
        match = None if raw else _ESCAPE.match(literal, i)
        written = match[0] if match is not None else literal[i]
        if match is not None and written[1] in "uU":
            offset -= len(chr(int(written[2:], 16)).encode("utf-8", "replace"))
        elif match is not None:
            offset -= 1
        elif written != "\r":
            offset -= len(written.encode("utf-8", "surrogateescape"))
        i += len(written)
        if written == "\n":
            line, column = line + 1, 1
        else:
            column += len(written.encode("utf-8", "surrogateescape"))
    return make_pos(pos_file(pos), line, column)
