"""`minigo run`: runs a Go program on the simulated scheduler."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from minigo import hostmemory
from minigo.analysis.race.options import RaceOptions, parse_gorace
from minigo.bundle import open_bundle
from minigo.cli.console import say
from minigo.cli.execute import execute
from minigo.cli.options import (
    OptionalValues,
    allow_unused_option,
    analyses,
    analysis_options,
    color_option,
    godebug,
    lang_option,
    parse_env,
    parse_signals,
    parse_size,
)
from minigo.options import ENGINES, MAX_PROCESSORS
from minigo.session import Options


def parse_seed(ctx: click.Context, param: click.Parameter, value: str) -> int:
    """A number, or `random`: then one is picked and told, so that the run can be repeated."""
    if value == "random":
        seed = secrets.randbelow(1 << 32)
        say(f"minigo: seed {seed}")
        return seed
    if not (value.isascii() and value.isdigit()):
        raise click.BadParameter(f"{value!r} is neither a number nor 'random'", ctx, param)
    return int(value)


def race_options() -> RaceOptions:
    """What GORACE says. Raises UsageError."""
    try:
        return parse_gorace(os.environ.get("GORACE", ""))
    except ValueError as error:
        raise click.UsageError(f"GORACE: {error}") from error


@click.command(cls=OptionalValues, context_settings={"ignore_unknown_options": False})
@click.argument("target", metavar="FILE.go|DIR|-")
@click.argument("args", nargs=-1, metavar="[ARGS]...")
@click.option(
    "--gomaxprocs",
    type=click.IntRange(1, MAX_PROCESSORS),
    envvar="GOMAXPROCS",
    default=4,
    show_default=True,
    help="Number of simulated processors (Ps). Also the environment variable GOMAXPROCS.",
)
@click.option(
    "--preempt",
    type=click.Choice(["async", "cooperative", "none"]),
    default="async",
    show_default=True,
    help="When a goroutine can lose its P: at loop back-edges too (Go 1.14 and later), at function entries only "
    "(Go 1.2 to 1.13), or only where it blocks.",
)
@click.option("--no-preempt", is_flag=True, help="The same as --preempt=none.")
@click.option(
    "--seed",
    default="0",
    callback=parse_seed,
    metavar="N|random",
    show_default=True,
    help="Which of the possible schedules to run; `random` picks one and prints it.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="compiled",
    show_default=True,
    help="Compiled Python code, or the tree-walking reference. Both give the same output and schedule.",
)
@click.option(
    "--opt",
    type=click.IntRange(0, 1),
    default=1,
    show_default=True,
    metavar="0|1",
    help="Plain (0) or optimised (1) compiled code. Both do the same.",
)
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="S", help="End after S seconds.")
@click.option(
    "--max-steps",
    type=click.IntRange(min=1),
    metavar="N",
    help="End after N steps of virtual time (a step is 100 ns).",
)
@click.option(
    "--max-goroutines", type=click.IntRange(min=1), metavar="N", help="End when more than N goroutines exist."
)
@click.option(
    "--max-memory",
    callback=parse_size,
    metavar="SIZE",
    help="End when the program needs more memory, as 100M or 2G.",
)
@click.option("--max-output", callback=parse_size, metavar="SIZE", help="End when the program has written SIZE bytes.")
@click.option(
    "--schedtrace",
    type=click.IntRange(min=1),
    metavar="MS",
    help="Print the scheduler's state to stderr every MS milliseconds of virtual time, as Go does. "
    "Also GODEBUG=schedtrace=MS,scheddetail=1,asyncpreemptoff=1.",
)
@click.option("--scheddetail", is_flag=True, help="With --schedtrace: a line for every P, M and G.")
@click.option(
    "--race",
    "-race",
    is_flag=True,
    help="Report data races as Go's race detector does; exit code 66 if there were any. Options: GORACE.",
)
@analysis_options
@click.option(
    "--env", multiple=True, callback=parse_env, metavar="KEY=VALUE", help="A variable of the program's environment."
)
@click.option(
    "--allow-read",
    multiple=True,
    type=click.Path(exists=True),
    metavar="PATH",
    help="A file or folder of this machine that the program may read, with all that is in it.",
)
@click.option(
    "--allow-write",
    multiple=True,
    type=click.Path(),
    metavar="PATH",
    help="A file or folder that the program may read, change, create and remove, with all that is in it.",
)
@click.option(
    "--signal",
    "signals",
    multiple=True,
    callback=parse_signals,
    metavar="NAME@TIME",
    help="Send the program a signal after a virtual time, as in INT@500ms.",
)
@click.option("--realtime", is_flag=True, help="Sleep for real instead of letting the virtual clock jump.")
@lang_option
@click.option("--no-cache", is_flag=True, help="Neither use nor keep compiled programs.")
@allow_unused_option
@click.option("--stats", is_flag=True, help="Print what the scheduler did to stderr at the end.")
@click.option(
    "--profile",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write which Go functions the host's time went to: a file for speedscope.app, with Go lines, if FILE ends in "
    ".json, else one for Python's pstats (its numbers of calls are numbers of samples).",
)
@color_option
def run(
    target: str,
    args: tuple[str, ...],
    gomaxprocs: int,
    preempt: str,
    no_preempt: bool,
    seed: int,
    engine: str,
    opt: int,
    timeout: float | None,
    max_steps: int | None,
    max_goroutines: int | None,
    max_memory: int | None,
    max_output: int | None,
    schedtrace: int | None,
    scheddetail: bool,
    race: bool,
    explain: str,
    check_leaks: str | None,
    leaks: str,
    lock_order: bool,
    starvation: bool,
    json_file: str | None,
    env: tuple[tuple[str, str], ...],
    allow_read: tuple[str, ...],
    allow_write: tuple[str, ...],
    signals: tuple[tuple[int, int], ...],
    realtime: bool,
    lang: str | None,
    no_cache: bool,
    allow_unused: bool,
    stats: bool,
    profile: Path | None,
    color: str,
) -> int:
    """Run a Go program: one file, the files of a folder, or standard input (-).

    Options may stand before or after the file; what follows -- goes to the program. The exit code is the
    program's, 1 when it does not compile, 2 after a panic or a fatal error such as a deadlock, 124 when a limit
    was hit.
    """
    if no_preempt:
        preempt = "none"
    debug = godebug(os.environ.get("GODEBUG", ""))
    if preempt == "async" and debug.get("asyncpreemptoff") == "1":
        preempt = "cooperative"
    if schedtrace is None and debug.get("schedtrace", "").isdecimal():
        schedtrace = int(debug["schedtrace"]) or None
        scheddetail = scheddetail or debug.get("scheddetail") == "1"
    if scheddetail and schedtrace is None:
        raise click.UsageError("--scheddetail says what --schedtrace prints: it needs --schedtrace=MS")
    if max_memory is not None and not hostmemory.supported():
        raise click.UsageError("--max-memory: this system does not tell what a process uses")
    options = Options(
        seed=seed,
        gomaxprocs=gomaxprocs,
        preempt=preempt,
        engine=engine,
        opt=opt,
        timeout=timeout,
        max_steps=max_steps,
        max_goroutines=max_goroutines,
        max_memory=max_memory,
        max_output=max_output,
        schedtrace=schedtrace,
        scheddetail=scheddetail,
        stats=stats,
        realtime=realtime,
        lang=lang,
        allow_unused=allow_unused,
        race=race_options() if race else None,
        analyses=analyses(explain, check_leaks, leaks, lock_order, starvation, json_file),
        args=args,
        env=env,
        allow_read=allow_read,
        allow_write=allow_write,
        signals=signals,
    )
    return execute(
        target, options, None if no_cache else open_bundle(), color=color, profile=profile, json_file=json_file
    )
