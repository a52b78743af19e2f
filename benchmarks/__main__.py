"""`python -m benchmarks`: minigo against the same programs written by hand in Python (plain ints, lists and dicts, no
overflow checks, the smallest possible channels over greenlets), against Go and against any other command named.

Compared is the processor time of the run: the whole process minus the same program at its least size, which is the
start-up and reported apart. The walker runs smaller sizes and is compared with compiled code.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import report
from benchmarks.measure import COMPILED, TWIN, WALK, Contender, Figures, Workshop, also, go_toolchain, measure
from benchmarks.suite import BENCHMARKS, TOLERANCE, Benchmark

ATTEMPTS = 3
"""A short run measures what misses its aim by far again, in case the machine was busy."""
NEAR = 0.75
"""By far: by this part of what makes it fail."""
SHORT_WALK = ("fib", "ping_pong")
"""What the walker does in a short run."""


def main() -> int:
    args = _arguments()
    chosen = [b for b in BENCHMARKS if not args.programs or b.name in args.programs or b.group in args.programs]
    extra = [found for command in args.also if (found := also(command)) is not None]
    contenders = [c for c in (TWIN, COMPILED, WALK, go_toolchain(), *extra) if c is not None]
    contenders = [c for c in contenders if c is TWIN or c is COMPILED or c.name not in args.skip]
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder))
        results: report.Results = {}
        if args.short:
            failed = _short(chosen, contenders, workshop, results)
        else:
            for benchmark in chosen:
                print(f"{benchmark.name} ...", end="\r", file=sys.stderr, flush=True)
                results[benchmark.name] = measure(benchmark, contenders, args.rounds, workshop, short=False)
            failed = False
    if args.json:
        print(report.as_json(results))
    else:
        report.show(results)
    return 1 if failed else 0


def _short(chosen: list[Benchmark], contenders: list[Contender], workshop: Workshop, results: report.Results) -> bool:
    """Fills in `results`; reports whether an aim is missed by too much, after another look at what missed it by far."""
    by_name = {b.name: b for b in chosen}
    again = list(by_name)
    for _ in range(ATTEMPTS):
        for name in again:
            entered = [c for c in contenders if c in (TWIN, COMPILED) or (c is WALK and name in SHORT_WALK)]
            row = measure(by_name[name], entered, 1, workshop, short=True)
            if name not in results or _sum(row) < _sum(results[name]):
                results[name] = row
        suspects = report.missed(results, TOLERANCE * NEAR)
        again = list(dict.fromkeys(name for names in suspects.values() for name in names))
        if not again:
            break
    failures = report.missed(results, TOLERANCE)
    for line in failures:
        print(f"missed by more than {TOLERANCE:g} times: {line}", file=sys.stderr)
    return bool(failures)


def _sum(row: dict[str, Figures]) -> float:
    return sum(figures.ratio for figures in row.values())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("programs", nargs="*", metavar="PROGRAM", help="programs, or cpu or channels; all by default")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is run (default: 3)")
    parser.add_argument("--json", action="store_true", help="print the medians as JSON")
    parser.add_argument(
        "--short", action="store_true", help=f"small and once; fails when an aim is missed {TOLERANCE}x"
    )
    parser.add_argument("--also", action="append", default=[], metavar="COMMAND", help="another way to run a Go file")
    parser.add_argument("--skip", action="append", default=[], metavar="NAME", help="leave out walk or go")
    args = parser.parse_args()
    known = {b.name for b in BENCHMARKS} | {b.group for b in BENCHMARKS}
    if unknown := set(args.programs) - known:
        parser.error(f"no such program: {', '.join(sorted(unknown))}")
    return args


if __name__ == "__main__":
    sys.exit(main())
