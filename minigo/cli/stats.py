"""The table that `--stats` prints at the end of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from minigo.session import Result

MS = 1_000_000


def print_stats(console: Console, result: Result) -> None:
    """One row a figure; times are virtual."""
    from rich.table import Table

    stats = result.stats
    table = Table(title="scheduler", title_justify="left", show_header=False, box=None)
    table.add_column(style="dim")
    table.add_column(justify="right")
    rows: list[tuple[str, object]] = [
        ("virtual time", f"{result.virtual_ns / MS:.3f} ms"),
        ("steps", f"{result.steps:,}"),
        ("goroutines created", stats.goroutines),
        ("  alive at most", stats.goroutines_peak),
        ("  reused", stats.goroutines_reused),
        ("context switches", stats.switches),
        ("preemptions", stats.preemptions),
        ("steals", f"{stats.steals} ({stats.stolen} goroutines)"),
        ("global queue: taken in turn", stats.global_polls),
        ("  rings that overflowed", stats.overflows),
        ("Ps woken", stats.wakeups),
        ("Ms created", stats.threads),
        ("  parked", stats.threads_parked),
        ("timers fired", stats.timers_fired),
        ("Ps retaken from system calls", stats.retakes),
    ]
    for name, value in rows:
        table.add_row(name, str(value))
    console.print(table)
    lanes = Table(title="processors", title_justify="left", box=None)
    for heading in ("P", "busy", "idle"):
        lanes.add_column(heading, justify="right")
    for p, (busy, idle) in enumerate(result.processors):
        lanes.add_row(str(p), f"{busy / MS:.3f} ms", f"{idle / MS:.3f} ms")
    console.print(lanes)
