"""What `minigo run` does once the command line is understood."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from minigo.cli import streams
from minigo.cli.console import rich_console, say, wants_color
from minigo.cli.signals import forwarded_signals
from minigo.programs import Programs
from minigo.session import Session, Stored
from minigo.source import DiagnosticError, SourceError

if TYPE_CHECKING:
    from pathlib import Path

    from minigo.analysis.profile import Profile
    from minigo.bundle import Bundle
    from minigo.session import Options


GARBAGE = 10_000
"""How many objects may be made between two looks for garbage: a program that starts many goroutines makes many that
stay."""


def execute(
    target: str,
    options: Options,
    cache: Bundle | None = None,
    *,
    color: str = "auto",
    profile: Path | None = None,
    json_file: str | None = None,
) -> int:
    """Run the program `target`; returns the exit code. `cache`: where to look for what was compiled and keep it, if
    anywhere; `color`: auto, always or never; `profile`: the file to write where the time went;
    `json_file`: the file for the report for machines, - for stderr."""
    colored = wants_color(color)
    session = Session(options, Programs(cache.store, cache.fingerprint) if cache is not None else None)
    # Loading makes many objects that stay: looking for garbage among them is time lost, now and during the run.
    gc.disable()
    try:
        program = session.load(target)
    except SourceError as error:
        say(f"minigo: {error}", color=colored, style="red")
        return 1
    except DiagnosticError as error:
        from minigo.cli.diagnostics import print_diagnostics, wants_source_lines

        print_diagnostics(error, text=wants_source_lines(None), color=colored)
        if json_file is not None:
            from minigo.cli.report import compile_errors, write_report

            return write_report(json_file, target, options, 1, compile_errors(error))
        return 1
    if program.warnings:
        from minigo.cli.diagnostics import print_diagnostics, wants_source_lines

        warnings = DiagnosticError(program.warnings, program.files)
        print_diagnostics(warnings, text=wants_source_lines(None), color=colored, warnings=True)
    gc.freeze()
    gc.set_threshold(GARBAGE)
    gc.enable()
    samples = _new_profile() if profile is not None else None
    with forwarded_signals() as host_signals:
        result = session.run(
            program,
            streams.stdin(),
            streams.stdout(),
            streams.stderr(),
            profile=samples,
            host_signals=host_signals,
        )
    if profile is not None and samples is not None:
        try:
            samples.write(profile)
        except OSError as error:
            say(f"minigo: {profile}: {error.strerror}", color=colored, style="red")
            return 1
    if json_file is not None:
        from minigo.cli.report import write_report

        code = write_report(json_file, target, options, result.exit_code, result.findings, result)
        if code != result.exit_code:
            return code
    if cache is not None and isinstance(program, Stored):
        cache.keep()
    if options.stats:
        from minigo.cli.stats import print_stats

        print_stats(rich_console(colored), result)
    return result.exit_code


def _new_profile() -> Profile:
    from minigo.analysis.profile import Profile

    return Profile()
