"""`minigo check`: says whether a Go program compiles, and runs nothing."""

from __future__ import annotations

import gc

import click

from minigo.cli.console import say, wants_color
from minigo.cli.diagnostics import print_diagnostics, wants_source_lines
from minigo.cli.options import allow_unused_option, color_option, lang_option
from minigo.session import Options, Session, SourceError
from minigo.source import MAX_ERRORS, DiagnosticError


@click.command()
@click.argument("target", metavar="FILE.go|DIR|-")
@click.option("-e", "all_errors", is_flag=True, help="Tell all errors, not only ten of a package.")
@allow_unused_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "go"]),
    help="`go` is exactly what gc prints, `text` adds the source line, a caret and hints. Default: text on a terminal, "
    "else go.",
)
@click.option("--vet", is_flag=True, help="If it compiles, look for mistakes as `minigo vet` does.")
@lang_option
@color_option
def check(
    target: str, all_errors: bool, allow_unused: bool, format_: str | None, vet: bool, lang: str | None, color: str
) -> int:
    """Check a Go package and the packages of its module that it imports, without running anything.

    The target is one file, a folder, or standard input (-); it need not be a program. Errors, and with --vet what it
    finds, go to stderr. The exit code is 1 when there are any, else 0.
    """
    colored = wants_color(color)
    text = wants_source_lines(format_)
    session = Session(Options(lang=lang, allow_unused=allow_unused))
    gc.disable()  # what is made here stays until the end
    try:
        checked = session.check(target, runnable=False, limit=None if all_errors else MAX_ERRORS)
    except SourceError as error:
        say(f"minigo: {error}", color=colored, style="red")
        return 1
    except DiagnosticError as error:
        print_diagnostics(error, text=text, color=colored)
        return 1
    warnings = DiagnosticError(checked.warnings, checked.files)
    print_diagnostics(warnings, text=text, color=colored, warnings=True)
    if not vet:
        return 0
    from minigo.vet.checks import NAMES
    from minigo.vet.load import Findings, import_path, vet_checked

    findings = vet_checked(checked, import_path(target), NAMES)
    print_diagnostics(Findings(findings, checked.files, named=text), text=text, color=colored)
    return 1 if findings else 0
