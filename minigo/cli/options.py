"""Options that several commands share, and what click cannot check by itself."""

from __future__ import annotations

import re
from collections.abc import Callable

import click

from minigo.analysis.options import Analyses
from minigo.cli import streams
from minigo.options import LANG_VERSIONS
from minigo.runtime.sched.sigtable import NUMBERS

_SIZE = re.compile(r"(\d+)([KMG]?)(?:i?B)?", re.IGNORECASE)
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def parse_size(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Bytes: a number with K, M or G (powers of 1024) behind it, or none of them."""
    if value is None:
        return None
    match = _SIZE.fullmatch(value)
    if match is None or not value.isascii() or int(match[1]) == 0:
        raise click.BadParameter(f"{value!r} is not a size: 500000, 64K, 100M, 1G", ctx, param)
    return int(match[1]) * _UNITS[match[2].upper()]


def godebug(text: str) -> dict[str, str]:
    """The settings in the environment variable GODEBUG: name=value, separated by commas; the last one counts."""
    return dict(pair.split("=", 1) for pair in text.split(",") if "=" in pair)


def parse_lang(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A version of the language, as "go1.21"."""
    if value is not None and value not in LANG_VERSIONS:
        raise click.BadParameter(f"{value!r} is not one of {LANG_VERSIONS[0]} to {LANG_VERSIONS[-1]}", ctx, param)
    return value


_TIME_UNITS = {"ns": 1, "us": 10**3, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
_TIME = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ns|us|ms|s|m|h)", re.ASCII)


def parse_env(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of KEY=VALUE."""
    pairs = []
    for text in value:
        key, equals, rest = text.partition("=")
        if not key or not equals:
            raise click.BadParameter(f"{text!r} is not of the form KEY=VALUE", ctx, param)
        pairs.append((key, rest))
    return tuple(pairs)


def parse_duration(text: str) -> int | None:
    """Nanoseconds of a time written as in Go ("1.5s", "1m30s"); None when it is none."""
    total = 0.0
    at = 0
    while at < len(text):
        part = _TIME.match(text, at)
        if part is None:
            return None
        total += float(part[1]) * _TIME_UNITS[part[2]]
        at = part.end()
    return round(total) if text else None


def parse_signals(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """(number, virtual ns) of each NAME@TIME; the name may begin with SIG."""
    found = []
    for text in value:
        name, _, when = text.partition("@")
        number = NUMBERS.get(name.upper().removeprefix("SIG"))
        ns = parse_duration(when)
        if number is None:
            known = ", ".join(NUMBERS)
            raise click.BadParameter(f"{name!r} is not one of {known}", ctx, param)
        if ns is None:
            raise click.BadParameter(f"{text!r} is not of the form NAME@TIME, as in INT@500ms", ctx, param)
        found.append((number, ns))
    return tuple(found)


lang_option = click.option(
    "--lang",
    metavar="go1.N",
    callback=parse_lang,
    help="Language version; before go1.22 loop variables are per loop. Default: go.mod's, else the newest.",
)

allow_unused_option = click.option(
    "--allow-unused", is_flag=True, help="Unused variables and imports are warnings, not errors."
)

color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True
)

_OPTIONAL_VALUES = {"--check-leaks": "--check-leaks=exit"}


class OptionalValues(click.Command):
    """A command some of whose options may stand without a value, which is given by `=` only: what follows such an
    option is never taken for its value."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = args.index("--") if "--" in args else len(args)
        return super().parse_args(ctx, [*(_OPTIONAL_VALUES.get(arg, arg) for arg in args[:own]), *args[own:]])


_ANALYSES = (
    click.option(
        "--explain",
        type=click.Choice(["auto", "text", "dot", "mermaid", "off"]),
        default="auto",
        show_default=True,
        help="Say after Go's report why a deadlocked program cannot go on: in words, or as a graph for Graphviz or "
        "Mermaid. auto: in words when stderr is a terminal.",
    ),
    click.option(
        "--check-leaks",
        type=click.Choice(["exit", "always"]),
        metavar="[=exit|always]",
        help="Report goroutines that can never go on: at the end of the run, or (always) as soon as it is certain.",
    ),
    click.option(
        "--leaks",
        type=click.Choice(["report", "error"]),
        default="report",
        show_default=True,
        help="error: exit code 2 when goroutines leaked (implies --check-leaks).",
    ),
    click.option(
        "--lock-order",
        is_flag=True,
        help="Report potential deadlocks: locks that are taken in different orders, even if nothing hung.",
    ),
    click.option(
        "--starvation",
        is_flag=True,
        help="Report goroutines that were runnable for 10 ms of virtual time or waited 1 ms for a lock, and why.",
    ),
    click.option(
        "--json",
        "json_file",
        type=click.Path(dir_okay=False, writable=True, allow_dash=True),
        metavar="FILE",
        help="Write everything that was found to FILE as one JSON document (- is stderr).",
    ),
)


def analysis_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say what a run is watched for."""
    for option in reversed(_ANALYSES):
        command = option(command)
    return command


def analyses(
    explain: str, check_leaks: str | None, leaks: str, lock_order: bool, starvation: bool, json_file: str | None
) -> Analyses | None:
    """What these options ask for, None if for nothing."""
    form = streams.explain_here() if explain == "auto" else None if explain == "off" else explain
    if leaks == "error" and check_leaks is None:
        check_leaks = "exit"
    asked = Analyses(form, check_leaks, leaks == "error", lock_order, starvation, json_file is not None)
    return None if asked == Analyses() else asked
