"""The tables that `--stats` prints at the end of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from minigo.session import Result
    from minigo.trace.census import Census
    from minigo.trace.stacks import StackSizes

MS = 1_000_000


def print_stats(console: Console, result: Result) -> None:
    """All tables; times are virtual."""
    assert result.census is not None
    assert result.stacks is not None
    console.print(_summary(result, result.census, result.stacks))
    console.print(_processors(result, result.census))
    if result.census.waits:
        console.print(_waits(result.census))


def _ms(ns: int) -> str:
    return f"{ns / MS:,.3f} ms"


def _table(title: str, *headings: str, header: bool = True) -> Table:
    from rich.table import Table

    table = Table(title=title, title_justify="left", show_header=header, box=None)
    for i, heading in enumerate(headings):
        table.add_column(heading, justify="right" if i else "left", style=None if i else "dim")
    return table


def speedup(result: Result) -> float:
    """How many Ps were busy on average: what one P would have needed, in units of what these needed."""
    busy = sum(busy for busy, _ in result.processors)
    return busy / result.virtual_ns if result.virtual_ns else 1.0


def _summary(result: Result, census: Census, stacks: StackSizes) -> Table:
    stats = result.stats
    table = _table("scheduler", "", "", header=False)
    rows: list[tuple[str, object]] = [
        ("virtual time", _ms(result.virtual_ns)),
        ("steps", f"{result.steps:,}"),
        ("simulated speed-up (busy time / virtual time)", f"{speedup(result):.2f}"),
        ("goroutines created", f"{stats.goroutines:,}"),
        ("  alive at most", f"{stats.goroutines_peak:,}"),
        ("  reused (gfree)", f"{stats.goroutines_reused:,}"),
        ("stacks at most, in bytes", f"{stacks.peak:,}"),
        ("  the largest", f"{stacks.largest:,}"),
        ("  doubled", f"{stacks.growths:,}"),
        ("  halved by garbage collections", f"{stacks.shrinks:,}"),
        ("context switches", f"{stats.switches:,}"),
        ("preemptions", f"{stats.preemptions:,}"),
        ("steals", f"{stats.steals:,} ({stats.stolen:,} goroutines)"),
        ("global queue: taken in turn", f"{stats.global_polls:,}"),
        ("  rings that overflowed", f"{stats.overflows:,}"),
        ("Ps woken", f"{stats.wakeups:,}"),
        ("  handed over to another M", f"{stats.handoffs:,}"),
        ("  retaken from system calls", f"{stats.retakes:,}"),
        ("Ms created", f"{stats.threads:,}"),
        ("  parked", f"{stats.threads_parked:,}"),
        ("  woken to spin", f"{census.spinning:,}"),
        ("timers fired", f"{stats.timers_fired:,}"),
    ]
    for name, value in rows:
        table.add_row(name, str(value))
    return table


def _processors(result: Result, census: Census) -> Table:
    headings = ("P", "busy", "idle", "switches", "steals", "stolen", "preemptions", "from global queue")
    table = _table("processors", *headings)
    for p, (busy, idle) in enumerate(result.processors):
        count = census.processor(p)
        figures = (count.switches, count.steals, count.stolen, count.preemptions, count.polls)
        table.add_row(str(p), _ms(busy), _ms(idle), *(f"{figure:,}" for figure in figures))
    return table


def _waits(census: Census) -> Table:
    table = _table("goroutines waited for", "reason", "times", "in all", "longest", "still waiting")
    for reason in sorted(census.waits):
        count = census.waits[reason]
        table.add_row(reason, f"{count.times:,}", _ms(count.total), _ms(count.longest), f"{count.now:,}")
    return table
