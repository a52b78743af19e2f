"""`minigo golden`: runs programs that have their expected output beside them."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minigo.cli.console import say, wants_color
from minigo.cli.exits import EXIT_USAGE
from minigo.cli.options import color_option

if TYPE_CHECKING:
    from minigo.golden import Verdict


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE.go|DIR]...", type=click.Path(path_type=Path))
@click.option("--seeds", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="How many seeds.")
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, metavar="N", help="The first seed.")
@click.option("--update", is_flag=True, help="Write the files beside the programs instead of comparing.")
@click.option("--junit", "junit_file", type=click.Path(dir_okay=False, path_type=Path), help="Write a JUnit report.")
@color_option
def golden(paths: tuple[Path, ...], seeds: int, seed: int, update: bool, junit_file: Path | None, color: str) -> int:
    """Compare what programs print with the files beside them: x.out for x.go, and perhaps x.in, x.err, x.code, x.args.

    Folders stand for all programs in them that have an x.out; without paths, the working folder. Every program runs
    with both engines, under each seed. The exit code is 1 when anything differs.
    """
    from minigo import golden as goldens

    colored = wants_color(color)
    try:
        programs = goldens.find_programs(list(paths) or [Path(".")], update=update)
    except goldens.GoldenError as error:
        say(f"minigo golden: {error}", color=colored, style="red")
        return EXIT_USAGE
    judge = goldens.update if update else goldens.check
    verdicts = []
    for program in programs:
        verdict = judge(program, range(seed, seed + seeds))
        verdicts.append(verdict)
        word = "ok" if verdict.passed else "FAIL"
        click.echo(f"{word:4}  {program.as_posix()}  ({verdict.runs} runs)")
        if not verdict.passed:
            _print_failure(verdict, colored)
    if junit_file is not None:
        try:
            junit_file.write_bytes(goldens.junit(verdicts, describe))
        except OSError as error:
            say(f"minigo golden: {junit_file}: {error.strerror}", color=colored, style="red")
            return 1
    failed = sum(1 for verdict in verdicts if not verdict.passed)
    if failed:
        say(f"minigo golden: {failed} of {len(verdicts)} programs differ", color=colored, style="red")
    return 1 if failed else 0


def _difference(part: str, expected: str, got: str, where: str) -> list[str]:
    """A unified diff; a missing newline at the end shows as a line of its own."""
    before, after = (text.split("\n") for text in (expected, got))
    before, after = ([*lines[:-1], *([lines[-1] + "\\ no newline"] if lines[-1] else [])] for lines in (before, after))
    return list(difflib.unified_diff(before, after, f"{part} expected", f"{part}: {where}", lineterm=""))


def describe(verdict: Verdict) -> str:
    """What differs, as unified diffs."""
    if verdict.error:
        return verdict.error
    lines = []
    for part, expected, outcome in verdict.differences:
        lines += _difference(part, expected, outcome.parts[part], outcome.where)
    return "\n".join(lines)


def _print_failure(verdict: Verdict, colored: bool) -> None:
    """The differences on stderr, in colour if wanted."""
    from rich.syntax import Syntax

    from minigo.cli.console import rich_console
    from minigo.cli.diagnostics import printable

    text = "\n".join(printable(line) for line in describe(verdict).split("\n"))
    if colored:
        rich_console(colored).print(Syntax(text, "diff", background_color="default"))
    else:
        say(text)
