"""Diagnostics on stderr: gc's lines, and for people at a terminal the source line with a caret and a hint below.

Invariant: nothing of the Go program reaches the terminal as control characters.
"""

from __future__ import annotations

import re
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING

from minigo.cli.console import say

if TYPE_CHECKING:
    from minigo.source import Diagnostic, DiagnosticError

TAB = 4
"""Columns between the tab stops of a source line."""

_TOKEN = re.compile(r"\w+|\"(?:[^\"\\]|\\.)*\"")


def wants_source_lines(choice: str | None) -> bool:
    """Whether to show source lines: `--format`, else whether stderr is a terminal."""
    if choice is None:
        return sys.stderr is not None and sys.stderr.isatty()
    return choice == "text"


def print_diagnostics(error: DiagnosticError, *, text: bool, color: bool, warnings: bool = False) -> None:
    """Print what a program's errors (or warnings) are; `text`: with source lines and hints."""
    for diagnostic in error.diagnostics:
        for line in _lines(error, diagnostic, text, color, "warning: " if warnings else ""):
            say(line, color=color)


def _lines(error: DiagnosticError, d: Diagnostic, text: bool, color: bool, kind: str) -> list[str]:
    import click

    if not text:
        return error.format(d, kind).split("\n")
    position = f"{error.position(d.pos)}: " if d.pos else ""
    first, *rest = printable(d.message).split("\n")
    if color:
        style = "yellow" if kind else "red"
        first = click.style(position, bold=True) + click.style(kind + first, fg=style, bold=True)
    else:
        first = f"{position}{kind}{first}"
    lines = [first, *rest]
    if not d.pos or d.message == "too many errors":
        return lines
    from minigo.cli.hints import hint_for
    from minigo.source import pos_column, pos_line

    file, number = error.files.file(d.pos), pos_line(d.pos)
    source = file.line(number)
    if source.strip():
        shown, caret = excerpt(source, pos_column(d.pos), shutil.get_terminal_size().columns - len(f" {number} | "))
        margin = " " * len(str(number))
        lines.append(f" {number} | {shown}")
        lines.append(f" {margin} | {click.style(caret, fg='green', bold=True) if color else caret}")
    hint = hint_for(d.message, file, number, pos_column(d.pos))
    if hint:
        lines.append(f"   {click.style('hint:', fg='cyan', bold=True) if color else 'hint:'} {printable(hint)}")
    return lines


def printable(text: str) -> str:
    """`text` without characters that could steer a terminal."""
    return "".join(c if c in "\n\t" or _width(c) >= 0 else "\ufffd" for c in text)


def excerpt(source: str, column: int, width: int) -> tuple[str, str]:
    """A source line as a terminal shows it, and the line with the caret (`^~~`) for byte column `column` below it.

    Tabs become spaces. Of a line that is wider than `width` the part around the caret is shown.
    """
    data = source.encode("utf-8", "surrogatepass")[: column - 1]
    offset = len(data.decode("utf-8", "replace"))
    cells: list[str] = []
    start = end = -1
    match = _TOKEN.match(source, offset)
    stop = match.end() if match else offset + 1
    for i, c in enumerate(source):
        if i == offset:
            start = len(cells)
        if i == stop:
            end = len(cells)
        if cells and _width(c) == 0:
            cells[-1] += c
        else:
            cells.extend(_cells(c, len(cells)))
    if start < 0:
        start = len(cells)
    if end < 0:
        end = max(len(cells), start + 1)
    first = 0
    width = max(width, 20)
    if len(cells) > width:
        first = max(0, min(start - width // 2, len(cells) - width))
        cells = cells[first : first + width]
        if first:
            cells[0] = "…"
        end = min(end, first + width)
    return "".join(cells).rstrip(), " " * (start - first) + "^" + "~" * (end - start - 1)


def _cells(c: str, at: int) -> list[str]:
    """The terminal cells that a character takes; the second one of a wide character is empty."""
    if c == "\t":
        return [" "] * (TAB - at % TAB)
    width = _width(c)
    if width < 0:
        return ["\ufffd"]
    return [c, *[""] * (width - 1)]


def _width(c: str) -> int:
    """How many cells a character takes; -1 for control characters and others that are not shown as themselves."""
    if c.isascii():
        return 1 if c.isprintable() else -1
    category = unicodedata.category(c)
    if category in ("Mn", "Me"):
        return 0
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return -1
    return 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1
