"""`minigo vet`: looks for what compiles and is wrong all the same, with go vet's checks, flags and output."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import click

from minigo.cli import streams
from minigo.cli.console import say, wants_color
from minigo.cli.diagnostics import print_diagnostics, wants_source_lines
from minigo.cli.exits import EXIT_USAGE
from minigo.options import LANG_VERSIONS

if TYPE_CHECKING:
    from minigo.vet.checks import Check
    from minigo.vet.load import Unit

_BOOLS = ("json", "allow-unused")
_VALUES = {"lang": list(LANG_VERSIONS), "color": ["auto", "always", "never"], "format": ["text", "go"]}
_TRUE = ("true", "1", "t", "T", "TRUE", "True")
_FALSE = ("false", "0", "f", "F", "FALSE", "False")


class _FlagError(Exception):
    """A flag that is unknown or misused."""


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False, "help_option_names": []},
)
@click.argument("args", nargs=-1, type=click.UNPROCESSED, metavar="[FLAGS] [PACKAGES|FILES]")
@click.pass_context
def vet(ctx: click.Context, args: tuple[str, ...]) -> int:
    """Look in Go packages for mistakes that compile, as `go vet` does, above all about concurrency.

    Packages are folders, import paths of the module or patterns like ./...; without any, the one of the working folder.
    A package is looked at together with its tests. Flags stand before the packages and may have one dash or two.

    \b
      -NAME              run only the checks that are named so
      -NAME=false        run all but those
      -json              write JSON to stdout; the exit code is 0 then
      -lang go1.N        language version
      -allow-unused      unused variables and imports are no errors
      -format text|go    `go` is exactly go vet's lines, `text` adds the source
                         line and a caret. Default: text on a terminal, else go
      -color WHEN        auto, always or never

    `minigo vet help` lists the checks, `minigo vet help NAME` explains one. The exit code is 1 when there is a finding
    or a package does not compile, else 0.
    """
    if any(word in ("-h", "-help", "--help") for word in args):
        click.echo(ctx.get_help())
        return 0
    from minigo.vet.checks import CHECKS

    if args and args[0] == "help":
        return _help(list(args[1:]), CHECKS)
    try:
        flags, patterns = _parse([check.name for check in CHECKS], list(args))
    except _FlagError as error:
        say(f"minigo vet: {error}")
        return EXIT_USAGE
    return _Vetter(flags, CHECKS).run(patterns)


def _parse(checks: list[str], words: list[str]) -> tuple[dict[str, str], list[str]]:
    """Flags and patterns. Raises _FlagError."""
    flags: dict[str, str] = {}
    while words and words[0].startswith("-") and words[0] != "-":
        word = words.pop(0)
        if word == "--":
            break
        name, equals, value = word.removeprefix("-").removeprefix("-").partition("=")
        if name in _VALUES:
            if not equals:
                if not words:
                    raise _FlagError(f"flag needs an argument: -{name}")
                value = words.pop(0)
            if value not in _VALUES[name]:
                raise _FlagError(f'invalid value "{value}" for flag -{name}')
        elif name in _BOOLS or name in checks:
            if equals and value not in (*_TRUE, *_FALSE):
                raise _FlagError(f'invalid boolean value "{value}" for -{name}')
            value = "false" if value in _FALSE else "true"
        else:
            raise _FlagError(f"flag provided but not defined: -{name}")
        flags[name] = value
    return flags, words


def _help(names: list[str], checks: list[Check]) -> int:
    width = max(len(check.name) for check in checks)
    if not names:
        for check in checks:
            click.echo(f"    {check.name:<{width}} {check.title}{' (not in go vet)' if check.own else ''}")
        return 0
    code = 0
    for name in names:
        found = [check for check in checks if check.name == name]
        if found:
            click.echo(f"{name}: {found[0].title}\n\n{found[0].about}")
        else:
            say(f'minigo vet: no check "{name}"; see `minigo vet help`')
            code = EXIT_USAGE
    return code


class _Vetter:
    """One `minigo vet`."""

    def __init__(self, flags: dict[str, str], checks: list[Check]) -> None:
        names = [check.name for check in checks]
        chosen = [name for name in names if flags.get(name) == "true"]
        self.enabled = frozenset(chosen or [name for name in names if flags.get(name) != "false"])
        self.flags = flags
        self.json = flags.get("json") == "true"
        self.color = wants_color(flags.get("color", "auto"))
        self.text = wants_source_lines(flags.get("format"))

    def run(self, patterns: list[str]) -> int:
        from pathlib import Path

        from minigo.bundle import open_bundle
        from minigo.gotest.patterns import PatternError, targets_of
        from minigo.programs import Programs
        from minigo.source import SourceError
        from minigo.vet.load import vet_target

        cache = open_bundle()
        trees = Programs(cache.store, cache.fingerprint).trees() if cache is not None else None
        gc.disable()  # what is made here stays until the end
        code = 0
        for target in targets_of(patterns, Path.cwd()):
            try:
                if isinstance(target, PatternError):
                    raise SourceError(target.reason)
                units = vet_target(
                    target,
                    self.enabled,
                    lang=self.flags.get("lang"),
                    allow_unused=self.flags.get("allow-unused") == "true",
                    trees=trees,
                )
            except SourceError as error:
                say(f"minigo: {error}", color=self.color, style="red" if self.color else "")
                code = 1
                continue
            for unit in units:
                code |= self.show(unit)
        return code

    def show(self, unit: Unit) -> int:
        """Print what was found; returns the exit code."""
        from minigo.vet.load import Findings
        from minigo.vet.report import json_report

        if unit.error is not None:
            self.show_error(unit)
            return 1
        if self.json:
            out = streams.stdout()
            out.write(json_report(unit).encode("utf-8", "surrogateescape"))
            out.flush()
            return 0
        print_diagnostics(Findings(unit.findings, unit.files, named=self.text), text=self.text, color=self.color)
        return 1 if unit.findings else 0

    def show_error(self, unit: Unit) -> None:
        """Why a package could not be looked at: of what does not compile, the first error."""
        from minigo.record import replace

        error = unit.error
        assert error is not None
        if error.checked:
            say(f"# {unit.shown}\n# [{unit.shown}]")
            first = error.diagnostics[0]
            error.diagnostics = [replace(first, message=first.message.partition("\n")[0])]
        print_diagnostics(error, text=self.text, color=self.color)
