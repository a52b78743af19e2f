"""The command line as click knows it: the group of all commands.

`minigo FILE.go ...` is `minigo run FILE.go ...`: when the first word that is no option names no command, `run` is put
in front.
"""

from __future__ import annotations

import click

from minigo.cli.cache import cache
from minigo.cli.check import check
from minigo.cli.compare import compare
from minigo.cli.golden import golden
from minigo.cli.run import run
from minigo.cli.sched import sched
from minigo.cli.test import test
from minigo.cli.vet import vet
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
cli.add_command(vet)
cli.add_command(sched)
cli.add_command(compare)
cli.add_command(test)
cli.add_command(golden)
cli.add_command(cache)
