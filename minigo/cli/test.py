"""`minigo test`: runs the tests of packages on the simulated scheduler, with go test's flags and output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minigo.cli import streams
from minigo.cli.console import say
from minigo.cli.exits import EXIT_USAGE
from minigo.cli.run import parse_seed

if TYPE_CHECKING:
    from minigo.vet.beforetest import Vetter


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False, "help_option_names": []},
)
@click.argument("args", nargs=-1, type=click.UNPROCESSED, metavar="[FLAGS] [PACKAGES|FILES] [TEST FLAGS]")
@click.pass_context
def test(ctx: click.Context, args: tuple[str, ...]) -> int:
    """Run the tests of Go packages, as `go test` does, on the simulated scheduler.

    Packages are folders, import paths of the module or patterns like ./...; without any, the one of the working folder.
    Flags may have one dash or two and stand before or after the packages. All times are virtual.

    \b
    go test's flags: -v -run -skip -count -race -short -shuffle -failfast -timeout
      -json -list -bench -benchtime -benchmem -parallel -cpu -fullpath -vet -args
    minigo's flags:
      -seed N|random     which of the possible schedules (0)
      -seeds N           run everything under N seeds; ends with the command
                         that replays the first failure
      -gomaxprocs N      simulated processors (4, or the variable GOMAXPROCS)
      -preempt MODE      async, cooperative or none; also -no-preempt
      -engine E          compiled or walk
      -lang go1.N        language version
      -leaks MODE        goroutines that a test leaves blocked for ever: report
                         them on stderr, let the test fail, or off
      -allow-unused      unused variables and imports are warnings

    Before its tests run a package is vetted, by a few checks, those named by
    -vet=NAMES, -vet=all or -vet=off; see `minigo vet help`.

    Tests may read the files of their module; /tmp is a folder of their own, which is removed at the end.

    The exit code is 0 when all tests pass, 1 when one fails or does not compile. A test that hangs is reported when it
    does, not when its time is up.
    """
    if any(word in ("-h", "-help", "--help") for word in args[: _own(args)]):
        click.echo(ctx.get_help())
        return 0
    from minigo.gotest.flags import FlagError, parse_flags
    from minigo.gotest.runner import Tester

    try:
        flags = parse_flags(list(args))
        vet = _vetter(flags.given.get("vet", ""))
    except FlagError as error:
        say(f"minigo test: {error}")
        return EXIT_USAGE
    seed = parse_seed(ctx, ctx.command.params[0], flags.seed)
    return Tester(flags, seed, streams.stdout(), streams.stderr(), vet=vet).run()


def _vetter(choice: str) -> Vetter | None:
    """What looks at packages before their tests run. Raises FlagError."""
    if choice == "off":
        return None
    from minigo.vet.beforetest import vetter_for

    return vetter_for(choice)


def _own(args: tuple[str, ...]) -> int:
    """How many words come before -args."""
    return next((i for i, word in enumerate(args) if word in ("-args", "--args")), len(args))
