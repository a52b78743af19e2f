"""Every program of the corpus prints what real Go prints, and both engines agree on output and event stream."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minigo.record import replace
from tests.corpus import Outcome, expected, name_of, options_of, programs, run

# (seed, GOMAXPROCS): a sample for every run of the suite; `-m exhaustive` runs the whole product.
SAMPLE = [(0, 4), (1, 1), (2, 3)]
WHOLE = [(seed, procs) for seed in range(8) for procs in (1, 2, 4, 7)]

# A million frames deep: once is enough, and nothing else runs meanwhile that a seed could change.
COSTLY = {"failures/stack_overflow.go"}


def configurations(program: Path, wanted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Seeds and GOMAXPROCS values to run `program` under; those that x.args fixes stay fixed."""
    does_not_compile = (expected(program, ".err") or "").startswith("./")
    if does_not_compile or name_of(program) in COSTLY:
        return wanted[:1]
    fixed = expected(program, ".args") or ""
    if "gomaxprocs" in fixed:
        procs = options_of(program).gomaxprocs
        wanted = list(dict.fromkeys((seed, procs) for seed, _ in wanted))
    return wanted


def check(program: Path, outcome: Outcome, label: str) -> None:
    """Compare with the files beside the program."""
    stdout, stderr, code = (expected(program, suffix) for suffix in (".out", ".err", ".code"))
    assert "internal error" not in outcome.stderr, label
    if stdout is not None or stderr is not None or code is not None:
        assert outcome.stdout == (stdout or ""), label
        assert outcome.code == int(code or 0), (label, outcome.stderr)
    if stderr is not None:
        shown = outcome.stderr if stderr.startswith("./") else comparable(outcome.stderr)
        assert shown == stderr, label


def comparable(stderr: str) -> str:
    """stderr in the form of the x.err files: without what minigo adds behind Go's text and without frames of the
    library, and with 0x0 for the addresses of panic values."""
    go = stderr.split("\nminigo: ")[0].rstrip("\n") + "\n"
    go = re.sub(r"^.*\n\t\$GOROOT/.*\n", "", go, flags=re.MULTILINE)
    return re.sub(r"\) 0x[0-9a-f]+$", ") 0x0", go, flags=re.MULTILINE)


def is_sampled(program: Path, number: int) -> bool:
    """Whether a configuration is run with plain code as well: one in five, evenly over the corpus."""
    return (len(name_of(program)) + number) % 5 == 0


def both_engines(program: Path, wanted: list[tuple[int, int]]) -> None:
    for i, (seed, procs) in enumerate(configurations(program, wanted)):
        options = replace(options_of(program), seed=seed, gomaxprocs=procs)
        label = f"{name_of(program)} --seed {seed} --gomaxprocs {procs}"
        compiled = run(program, replace(options, engine="compiled"))
        check(program, compiled, label)
        walked = run(program, replace(options, engine="walk"))
        assert walked == compiled, f"{label}: the engines differ"
        if is_sampled(program, i) and name_of(program) not in COSTLY:
            plain = run(program, replace(options, engine="compiled", opt=0))
            assert plain == compiled, f"{label}: optimised code does something else"


@pytest.mark.parametrize("program", programs(), ids=name_of)
def test_program(program: Path) -> None:
    both_engines(program, SAMPLE)


@pytest.mark.exhaustive
@pytest.mark.parametrize("program", programs(), ids=name_of)
def test_program_under_many_schedules(program: Path) -> None:
    both_engines(program, WHOLE)


def test_the_corpus_is_large_enough() -> None:
    assert len(programs()) >= 60


def test_a_run_repeats_itself() -> None:
    program = next(p for p in programs() if name_of(p) == "scheduler/lost_update.go")
    options = replace(options_of(program), seed=3, gomaxprocs=4)
    first = run(program, options)
    assert all(run(program, options) == first for _ in range(2))
    assert run(program, replace(options, engine="walk")) == first


def test_an_update_is_lost_for_some_seed() -> None:
    program = next(p for p in programs() if name_of(p) == "scheduler/lost_update.go")
    outcomes = [run(program, replace(options_of(program), seed=seed, gomaxprocs=4)) for seed in range(5)]
    counters = [int(o.stdout.split()[-1]) for o in outcomes]
    assert min(counters) < 10_000
    assert max(counters) <= 10_000


def test_concurrent_map_writes_are_noticed_on_several_processors() -> None:
    program = next(p for p in programs() if name_of(p) == "failures/concurrent_map_writes.go")
    outcome = run(program, replace(options_of(program), gomaxprocs=4))
    assert outcome.code == 2
    assert outcome.stderr.startswith("fatal error: concurrent map writes\n\ngoroutine ")
    assert run(program, replace(options_of(program), gomaxprocs=1)).code == 0
