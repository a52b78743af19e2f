"""The command `minigo`: finds the subcommand, and turns what went wrong into an exit code.

`minigo FILE.go ...` is `minigo run FILE.go ...`: when the first word that is no option names no command, `run` is put
in front.
"""

from __future__ import annotations

import os
import sys
import traceback
from typing import Any

import click

from minigo.cli.check import check
from minigo.cli.compare import compare
from minigo.cli.console import EXIT_INTERNAL, EXIT_INTERRUPTED, EXIT_USAGE
from minigo.cli.golden import golden
from minigo.cli.run import run
from minigo.cli.sched import sched
from minigo.cli.test import test
from minigo.version import __version__

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class DefaultToRun(click.Group):
    """A group whose default command is `run`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"-h", "--help", "--version"}
        if args and args[0] not in own and args[0] not in self.commands:
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultToRun, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="minigo", message="%(prog)s %(version)s")
def cli() -> None:
    """Run Go programs about concurrency on a simulated, deterministic Go scheduler.

    `minigo FILE.go` is short for `minigo run FILE.go`. The same program, flags and seed give the same output, the same
    schedule and the same reports, always.
    """


cli.add_command(run)
cli.add_command(check)
cli.add_command(sched)
cli.add_command(compare)
cli.add_command(test)
cli.add_command(golden)


def main(args: list[str] | None = None) -> None:
    """Entry point of the command; ends the process.

    Exit codes: the program's own; 1 it does not compile; 2 panic or fatal error; 64 usage; 70 a bug of minigo; 124 a
    limit was hit; 130 interrupted.
    """
    sys.exit(_exit_code(args))


def _exit_code(args: list[str] | None) -> int:
    try:
        code: Any = cli.main(args=args, prog_name="minigo", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return EXIT_USAGE
    except click.ClickException as error:
        error.show()
        return 1
    except (click.Abort, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Nobody reads our output any more: end as a program killed by SIGPIPE would, without a word.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 128 + 13
    except Exception as error:
        _report_bug(error)
        return EXIT_INTERNAL
    return code if isinstance(code, int) else 0


def _report_bug(error: Exception) -> None:
    """A bug of minigo says that it is one, and what to report."""
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
