"""minigo's own words: everything it says itself goes to stderr, in colour where that is wanted.

The program's stdout and stderr are never touched by anything here.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

EXIT_USAGE = 64
EXIT_INTERNAL = 70
EXIT_LIMIT = 124
EXIT_INTERRUPTED = 130


def wants_color(choice: str) -> bool:
    """Whether to use colour on stderr: `--color`, then NO_COLOR, then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return sys.stderr is not None and sys.stderr.isatty()


def say(text: str, *, color: bool = False, style: str = "") -> None:
    """One line of minigo's own on stderr. Styles are click's colour names."""
    click.echo(click.style(text, fg=style or None, bold=bool(style)) if color else text, err=True, color=color)


def rich_console(color: bool) -> Console:
    """A rich console on stderr; imported only where a table or a tree is drawn."""
    from rich.console import Console

    return Console(stderr=True, no_color=not color, force_terminal=color or None, highlight=False)
