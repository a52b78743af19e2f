"""`python -m benchmarks`: minigo against hand-written Python twins, and against any other command named.

Each program is run by every contender in turn, round after round, so that a slow moment of the machine hits all alike;
what counts is the ratio of the medians within one invocation.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CPU = ["fib", "loops", "matmul", "sieve"]
CHANNELS = ["ping_pong", "prime_sieve", "worker_pool"]


@dataclass(slots=True, frozen=True)
class Contender:
    """A way to run a program; `{go}` and `{twin}` in the command stand for its files."""

    name: str
    command: list[str]

    def run(self, program: str) -> float:
        """Wall time in seconds. Raises CalledProcessError when the command fails."""
        files = {
            "go": str(HERE / "programs" / f"{program}.go"),
            "twin": str(HERE / "twins" / f"{program}.py"),
        }
        command = [part.format(**files) for part in self.command]
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start


def contenders(also: list[str]) -> list[Contender]:
    minigo = [sys.executable, "-m", "minigo", "run"]
    found = [
        Contender("twin", [sys.executable, "{twin}"]),
        Contender("compiled", [*minigo, "{go}"]),
        Contender("walk", [*minigo, "--engine=walk", "{go}"]),
    ]
    found += [Contender(command.split()[0], [*command.split(), "{go}"]) for command in also]
    return found


def measure(programs: list[str], runners: list[Contender], rounds: int) -> dict[str, dict[str, float]]:
    """Median seconds for each program and contender."""
    results: dict[str, dict[str, float]] = {}
    for program in programs:
        times: dict[str, list[float]] = {runner.name: [] for runner in runners}
        for _ in range(rounds):
            for runner in runners:
                times[runner.name].append(runner.run(program))
        results[program] = {name: statistics.median(values) for name, values in times.items()}
    return results


def show(results: dict[str, dict[str, float]]) -> None:
    from rich.console import Console
    from rich.table import Table

    names = list(next(iter(results.values())))
    table = Table(title="seconds (ratio to the twin)")
    table.add_column("program")
    for name in names:
        table.add_column(name, justify="right")
    for program, row in results.items():
        table.add_row(program, *(f"{row[name]:.2f} ({row[name] / row['twin']:.1f})" for name in names))
    for title, group in (("CPU", CPU), ("channels", CHANNELS)):
        rows = [results[p] for p in group if p in results]
        if rows:
            means = (statistics.geometric_mean(row[name] / row["twin"] for row in rows) for name in names)
            table.add_row(f"{title}: geometric mean", *(f"{mean:.2f}" for mean in means), style="bold")
    Console().print(table)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("programs", nargs="*", metavar="PROGRAM", help="all by default")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="print the medians in seconds as JSON")
    parser.add_argument("--also", action="append", default=[], metavar="COMMAND", help="e.g. 'go run', if on the PATH")
    args = parser.parse_args()
    unknown = set(args.programs) - set(CPU + CHANNELS)
    if unknown:
        parser.error(f"no such program: {', '.join(sorted(unknown))}")
    also = [command for command in args.also if shutil.which(command.split()[0])]
    results = measure(args.programs or CPU + CHANNELS, contenders(also), args.rounds)
    if args.json:
        print(json.dumps(results, indent=2))
    else:
        show(results)


if __name__ == "__main__":
    main()
