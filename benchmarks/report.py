"""The figures as a table, as JSON, and what misses its aim."""

from __future__ import annotations

import json
import platform
import statistics

from benchmarks.measure import Figures
from benchmarks.suite import AIM_MEAN, AIM_SINGLE, AIM_WALK, BENCHMARKS, CHANNELS, CPU

Results = dict[str, dict[str, Figures]]
"""By benchmark and contender."""

TITLES = {CPU: "CPU", CHANNELS: "channels"}


def names_of(results: Results) -> list[str]:
    return list(dict.fromkeys(name for row in results.values() for name in row))


def mean(results: Results, group: str, contender: str) -> float | None:
    """The geometric mean of the ratios; None when there is nothing to compare."""
    ratios = [
        results[b.name][contender].ratio
        for b in BENCHMARKS
        if b.group == group and contender in results.get(b.name, {}) and results[b.name][contender].ratio > 0
    ]
    return statistics.geometric_mean(ratios) if ratios else None


def missed(results: Results, factor: float = 1.0) -> dict[str, list[str]]:
    """The aims that are missed by more than `factor`, in words, each with the benchmarks that have part in it."""
    found: dict[str, list[str]] = {}
    for name, row in results.items():
        if "compiled" in row and row["compiled"].ratio > AIM_SINGLE * factor:
            found[f"{name}: {row['compiled'].ratio:.1f} times the twin (aim: {AIM_SINGLE})"] = [name]
    for group, title in TITLES.items():
        names = [b.name for b in BENCHMARKS if b.group == group and b.name in results]
        ratio = mean(results, group, "compiled")
        if ratio is not None and ratio > AIM_MEAN[group] * factor:
            found[f"{title}: {ratio:.2f} times the twins in the mean (aim: {AIM_MEAN[group]})"] = names
        ratio = mean(results, group, "walk")
        if ratio is not None and ratio > AIM_WALK * factor:
            found[f"{title}: walk takes {ratio:.1f} times compiled in the mean (aim: {AIM_WALK})"] = names
    return found


def show(results: Results) -> None:
    from rich.console import Console
    from rich.table import Table

    names = names_of(results)
    table = Table(
        title="processor seconds of the run (ratio)",
        caption="ratio: to the twin; for walk, at a smaller size, to compiled",
    )
    table.add_column("program")
    for name in names:
        table.add_column(name, justify="right")
    table.add_column("aim", justify="right")
    for group, title in TITLES.items():
        rows = [b.name for b in BENCHMARKS if b.group == group and b.name in results]
        for row in rows:
            table.add_row(row, *(_cell(results[row].get(name), name) for name in names), f"{AIM_SINGLE:.1f}")
        if rows:
            means = [mean(results, group, name) for name in names]
            cells = ["" if value is None else f"{value:.2f}" for value in means]
            aim = f"{AIM_MEAN[group]:.1f}; walk {AIM_WALK:.0f}"
            table.add_row(f"{title}: geometric mean", *cells, aim, style="bold", end_section=True)
    table.add_row("start-up (median)", *(_startup(results, name) for name in names), "")
    console = Console()
    console.print(table)
    for line in missed(results):
        console.print(f"missed: {line}", highlight=False)


def _cell(figures: Figures | None, name: str) -> str:
    if figures is None:
        return ""
    return f"{figures.run:.2f}" if name == "twin" else f"{figures.run:.2f} ({figures.ratio:.2f})"


def _startup(results: Results, name: str) -> str:
    return f"{statistics.median(row[name].startup for row in results.values() if name in row):.2f}"


def as_json(results: Results) -> str:
    names = names_of(results)
    document = {
        "python": platform.python_version(),
        "aims": {"mean": AIM_MEAN, "single": AIM_SINGLE, "walk": AIM_WALK},
        "programs": {
            program: {
                name: {"size": f.size, "run": f.run, "startup": f.startup, "ratio": f.ratio} for name, f in row.items()
            }
            for program, row in results.items()
        },
        "means": {group: {name: mean(results, group, name) for name in names} for group in TITLES},
        "missed": list(missed(results)),
    }
    return json.dumps(document, indent=2)
