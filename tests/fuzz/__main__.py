"""`python -m tests.fuzz --count N [--seed S] [--source SOURCE]`, from all sources by default: exit code 1 for a bug."""

from __future__ import annotations

import argparse
import sys
import time

from tests.fuzz.campaign import Finding, campaign
from tests.fuzz.generate import grammar_programs, mutations, noise
from tests.fuzz.library import library


def tell(finding: Finding) -> None:
    print(f"--- {finding.outcome.signature}\n{finding.small}\n{finding.outcome.details[-1500:]}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="how many programs to run")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--source", choices=["mutations", "grammar", "library", "noise", "all"], default="all")
    args = parser.parse_args()
    sources = {
        "mutations": (mutations(), 0.6),
        "grammar": (grammar_programs(), 0.2),
        "library": (library(), 0.1),
        "noise": (noise(), 0.1),
    }
    failures = 0
    for name, (programs, share) in sources.items():
        if args.source == "all":
            count = round(args.count * share)
        elif args.source == name:
            count = args.count
        else:
            continue
        start = time.monotonic()
        report = campaign(programs, count, args.seed, tell=tell)
        seconds = time.monotonic() - start
        counts = ", ".join(f"{count} {status}" for status, count in sorted(report.counts.items()))
        print(f"{name}: {sum(report.counts.values())} programs in {seconds:.0f} s: {counts}", flush=True)
        failures += len(report.findings)
    return 1 if failures else 0


sys.exit(main())
