"""The command `minigo`: finds out what to do, and turns what went wrong into an exit code.

A command line that only says which program to run is understood here; click, which takes longer to load than most
programs to run, reads all others.
"""

from __future__ import annotations

import os
import sys

from minigo.cli.exits import EXIT_INTERNAL, EXIT_INTERRUPTED, EXIT_USAGE

TYPE_CHECKING = False  # importing typing takes long
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(args: list[str] | None = None) -> None:
    """Entry point of the command; ends the process.

    Exit codes: the program's own; 1 it does not compile; 2 panic or fatal error; 64 usage; 70 a bug of minigo; 124 a
    limit was hit; 130 interrupted.
    """
    sys.exit(_exit_code(sys.argv[1:] if args is None else args))


_READ_BY_CLICK = frozenset(("GODEBUG", "GOMAXPROCS", "_MINIGO_COMPLETE"))
"""Environment variables that are as good as options."""


def plain_run(words: Sequence[str]) -> list[str] | None:
    """The program and its arguments, if that is all that the command line says; else None: click has to look."""
    if words and words[0] == "run":
        words = words[1:]
    elif not words or not words[0].endswith(".go"):
        return None
    if not words or any(word.startswith("-") for word in words):
        return None
    if not _READ_BY_CLICK.isdisjoint(os.environ):
        return None
    return list(words)


def _exit_code(args: list[str]) -> int:
    try:
        words = plain_run(args)
        if words is None:
            return _click(args)
        from minigo.bundle import open_bundle

        cache = open_bundle()
        from minigo.analysis.options import Analyses
        from minigo.cli.execute import execute
        from minigo.cli.streams import explain_here
        from minigo.session import Options

        form = explain_here()
        analyses = None if form is None else Analyses(explain=form)
        return execute(words[0], Options(args=tuple(words[1:]), analyses=analyses), cache)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Nobody reads our output any more: end as a program killed by SIGPIPE would, without a word.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 128 + 13
    except Exception as error:
        from minigo.cli.console import report_bug

        report_bug(error)
        return EXIT_INTERNAL


def _click(args: list[str]) -> int:
    import click

    from minigo.cli.commands import cli

    try:
        code = cli.main(args=args, prog_name="minigo", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return EXIT_USAGE
    except click.ClickException as error:
        error.show()
        return 1
    except click.Abort:
        return EXIT_INTERRUPTED
    return code if isinstance(code, int) else 0
