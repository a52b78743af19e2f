"""Options that several commands share, and what click cannot check by itself."""

from __future__ import annotations

import click

from minigo.types.info import NEWEST

LANG_VERSIONS = [f"go{NEWEST[0]}.{n}" for n in range(1, NEWEST[1] + 1)]


def parse_lang(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A version of the language, as "go1.21"."""
    if value is not None and value not in LANG_VERSIONS:
        raise click.BadParameter(f"{value!r} is not one of {LANG_VERSIONS[0]} to {LANG_VERSIONS[-1]}", ctx, param)
    return value


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
