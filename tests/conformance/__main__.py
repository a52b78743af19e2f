"""`python -m tests.conformance`: runs Go's own test programs on minigo and prints how they fare.

    MINIGO_GO_TESTS=.../test python -m tests.conformance [--kind KIND] [--engine ENGINE] [--details] [NAMES...]

NAMES are programs or folders below the tests' folder. `--update` rewrites the list of the programs that must pass.
"""

from __future__ import annotations

import argparse
import sys

from tests.conformance.must_pass import read_must_pass, write_must_pass
from tests.conformance.programs import ERRORCHECK, RUN, VARIABLE, Program, collect, tests_folder
from tests.conformance.suite import ENGINES, LIMIT, Result, run_suite, table


def selected(program: Program, kind: str | None, names: list[str]) -> bool:
    """Whether the command line asks for a program."""
    if kind is not None and program.kind != kind:
        return False
    return not names or any(
        program.name == name or (program.folder == name) or program.name.startswith(name.rstrip("/") + "/")
        for name in names
    )


def main() -> int:
    """Exit code 1 if a program that must pass does not; 2 without the tests."""
    parser = argparse.ArgumentParser(prog="tests.conformance", description="Go's own test programs on minigo")
    parser.add_argument("--kind", choices=[RUN, ERRORCHECK])
    parser.add_argument("--engine", choices=ENGINES, help="only this engine")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes at a time (default 2)")
    parser.add_argument("--seconds", type=float, default=LIMIT, metavar="S", help="processor time of compiled code")
    parser.add_argument("--details", action="store_true", help="print what was wrong with each program")
    parser.add_argument("--update", action="store_true", help="rewrite the list of programs that must pass")
    parser.add_argument("names", nargs="*", metavar="NAMES", help="programs or folders")
    options = parser.parse_args()
    folder = tests_folder()
    if folder is None:
        print(f"{VARIABLE} is not set: it names the test folder of a Go source tree", file=sys.stderr)
        return 2
    programs = [p for p in collect(folder) if selected(p, options.kind, options.names)]
    engines = (options.engine,) if options.engine else ENGINES
    results: list[Result] = []
    for result in run_suite(programs, options.workers, options.seconds, engines):
        results.append(result)
        if options.details and result.failures:
            print_details(result)
    results.sort(key=lambda r: r.program.name)
    print("\n".join(table(results)))
    if options.update:
        write_must_pass(results)
    must = read_must_pass()
    lost = [r.program.name for r in results if r.failures and r.program.name in must]
    if lost:
        print("must pass, but fails: " + " ".join(lost))
    return 1 if lost else 0


def print_details(result: Result) -> None:
    for engine, wrong in result.failures.items():
        print(f"--- {result.program.name} [{engine}]")
        for line in wrong[:20]:
            print(f"    {line}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
