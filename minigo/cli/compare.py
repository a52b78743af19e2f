"""`minigo compare`: one program as goroutines, coroutines, goroutines of Go 1.13, and threads."""

from __future__ import annotations

import sys

import click

from minigo.cli.console import say, wants_color
from minigo.cli.diagnostics import print_diagnostics, wants_source_lines
from minigo.cli.options import allow_unused_option, color_option, lang_option, parse_size
from minigo.cli.run import parse_seed
from minigo.compare import THREAD_CREATE_NS, THREAD_STACK, THREAD_SWITCH_NS, Row, models
from minigo.compare import compare as compare_models
from minigo.options import MAX_PROCESSORS
from minigo.session import Options, SourceError
from minigo.source import DiagnosticError

MS = 1_000_000
WIDTH = 120
"""Columns of the table where there is no terminal."""


def size(count: int) -> str:
    """Bytes for people: 26 KB, 104 MB."""
    for unit, factor in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if count >= factor:
            return f"{count / factor:.3g} {unit}"
    return f"{count} B"


def print_rows(rows: list[Row]) -> None:
    """The table, on stdout."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None)
    table.add_column("model")
    for heading in ("ends", "output", "virtual time", "speed-up", "switches", "stacks", "starved"):
        table.add_column(heading, justify="right")
    for row in rows:
        outcome = row.outcome
        table.add_row(
            row.model.name,
            outcome.ending,
            "equal" if row.same_output else "differs",
            f"{outcome.virtual_ns / MS:,.3f} ms",
            "-" if row.speedup is None else f"{row.speedup:.2f}",
            f"{outcome.switches:,}",
            size(outcome.stacks),
            str(outcome.starved),
        )
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH)
    console.print(table)


@click.command()
@click.argument("target", metavar="FILE.go|DIR")
@click.argument("args", nargs=-1, metavar="[ARGS]...")
@click.option(
    "--gomaxprocs",
    type=click.IntRange(1, MAX_PROCESSORS),
    envvar="GOMAXPROCS",
    default=4,
    show_default=True,
    help="Processors of all models but the coroutines, which have one.",
)
@click.option("--seed", default="0", callback=parse_seed, metavar="N|random", show_default=True)
@click.option(
    "--thread-create",
    type=click.IntRange(min=0),
    default=THREAD_CREATE_NS,
    show_default=True,
    metavar="NS",
    help="What starting a thread costs, in ns: pthread_create on Linux.",
)
@click.option(
    "--thread-switch",
    type=click.IntRange(min=0),
    default=THREAD_SWITCH_NS,
    show_default=True,
    metavar="NS",
    help="What changing threads costs, in ns: Bendersky 2018 measured 1200 to 1500.",
)
@click.option(
    "--thread-stack",
    callback=parse_size,
    default=str(THREAD_STACK),
    metavar="SIZE",
    help="Address space of a thread's stack; 8M is Linux's default (pthread_create(3)).",
)
@click.option(
    "--max-steps",
    type=click.IntRange(min=1),
    default=10_000_000,
    show_default=True,
    metavar="N",
    help="End a run after N steps of virtual time.",
)
@lang_option
@allow_unused_option
@color_option
def compare(
    target: str,
    args: tuple[str, ...],
    gomaxprocs: int,
    seed: int,
    thread_create: int,
    thread_switch: int,
    thread_stack: int,
    max_steps: int,
    lang: str | None,
    allow_unused: bool,
    color: str,
) -> int:
    """Run a program under four models of concurrency and compare them.

    As goroutines (many on few threads, preemptive), as coroutines (many on one, cooperative), as Go 1.13 did (many on
    few, cooperative), and as threads (one each, with their costs). The table tells whether the output is that of the
    goroutines, the virtual time, the speed-up over one processor, context switches, memory for stacks, and how many
    were starved in the end.
    """
    if target == "-":
        raise click.UsageError("a program that is run several times cannot come from standard input")
    options = Options(
        seed=seed, gomaxprocs=gomaxprocs, max_steps=max_steps, lang=lang, allow_unused=allow_unused, args=args
    )
    wanted = models(options, create_ns=thread_create, switch_ns=thread_switch, stack=thread_stack)
    stdin = b"" if sys.stdin is None or sys.stdin.isatty() else sys.stdin.buffer.read()
    try:
        print_rows(compare_models(target, wanted, stdin))
    except SourceError as error:
        say(f"minigo: {error}", color=wants_color(color), style="red")
        return 1
    except DiagnosticError as error:
        print_diagnostics(error, text=wants_source_lines(None), color=wants_color(color))
        return 1
    return 0
