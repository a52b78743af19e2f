"""minigo's own words: everything it says itself goes to stderr, in colour where that is wanted.

The program's stdout and stderr are never touched by anything here.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from minigo.version import __version__

if TYPE_CHECKING:
    from rich.console import Console


def wants_color(choice: str) -> bool:
    """Whether to use colour on stderr: `--color`, then NO_COLOR, then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return sys.stderr is not None and sys.stderr.isatty()


def say(text: str, *, color: bool = False, style: str = "") -> None:
    """One line of minigo's own on stderr. Styles are click's colour names."""
    import click

    click.echo(click.style(text, fg=style or None, bold=bool(style)) if color else text, err=True, color=color)


def rich_console(color: bool) -> Console:
    """A rich console on stderr; imported only where a table or a tree is drawn."""
    from rich.console import Console

    return Console(stderr=True, no_color=not color, force_terminal=color or None, highlight=False)


def report_bug(error: Exception) -> None:
    """A bug of minigo says that it is one, and what to report."""
    import traceback

    import click

    frames = traceback.extract_tb(error.__traceback__)
    where = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "?"
    text = " ".join(f"{type(error).__name__}: {error}".split())[:500]
    click.echo(f"minigo: internal error: {text} ({where})", err=True)
    click.echo("This is a bug in minigo, not in your program. Please report it with the program, the", err=True)
    click.echo(f"command line and this version ({__version__}, Python {sys.version.split()[0]}).", err=True)
    if os.environ.get("MINIGO_DEBUG"):
        traceback.print_exception(error)
    else:
        click.echo("MINIGO_DEBUG=1 shows where it happened.", err=True)
