"""`minigo cache`: what is kept of compiled programs, and getting rid of it."""

from __future__ import annotations

import click

from minigo.cache.store import user_store


@click.group()
def cache() -> None:
    """Look at the cache of compiled programs, or clear it.

    The cache makes minigo start faster and changes nothing else. `minigo run --no-cache` does without.
    """


@cache.command()
def info() -> None:
    """Tell where the cache is and how full."""
    store = user_store()
    entries = store.entries()
    size = sum(entry[1] for entry in entries)
    click.echo(f"folder   {store.folder}")
    click.echo(f"entries  {len(entries)}")
    click.echo(f"size     {size / (1 << 20):.1f} MB of {store.limit >> 20} MB")
    if not store.usable:
        click.echo("The folder is not private to you: it is not used.")


@cache.command()
def clear() -> None:
    """Remove everything that is kept."""
    removed = user_store().shrink(0)
    click.echo(f"{removed} {'entry' if removed == 1 else 'entries'} removed")
