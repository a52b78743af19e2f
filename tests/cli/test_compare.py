"""`minigo compare`: what differs between goroutines, coroutines, Go 1.13 and threads."""

from __future__ import annotations

from pathlib import Path

from minigo.compare import THREAD_STACK, Row, compare, models
from minigo.session import Options
from tests.cli.test_run import ROOT, minigo
from tests.trace.world import SPINNERS


def rows(target: Path, gomaxprocs: int = 3) -> list[Row]:
    wanted = models(
        Options(gomaxprocs=gomaxprocs, max_steps=400_000), create_ns=50_000, switch_ns=20_000, stack=THREAD_STACK
    )
    return compare(str(target), wanted, b"")


def test_parallel_work(tmp_path: Path) -> None:
    program = tmp_path / "prog.go"
    program.write_text(SPINNERS)
    goroutines, coroutines, old, threads = rows(program)
    assert [row.outcome.ending for row in (goroutines, coroutines, old, threads)] == ["ok"] * 4
    assert all(row.same_output for row in (goroutines, coroutines, old, threads))
    assert goroutines.speedup is not None
    assert goroutines.speedup > 2
    assert coroutines.speedup == 1
    assert goroutines.outcome == old.outcome
    # Six threads are made, 50 us each, and changing costs 20 us.
    assert threads.outcome.virtual_ns > goroutines.outcome.virtual_ns + 100_000
    assert goroutines.outcome.stacks == 7 * 2048
    assert threads.outcome.stacks == 7 * THREAD_STACK


def test_a_loop_that_only_preemption_can_end() -> None:
    goroutines, coroutines, old, threads = rows(ROOT / "programs/scheduler/preempted_loop.go")
    assert [row.outcome.ending for row in (goroutines, threads)] == ["ok", "ok"]
    assert [row.same_output for row in (goroutines, coroutines, old, threads)] == [True, False, False, True]
    assert [row.outcome.ending for row in (coroutines, old)] == ["limit", "limit"]
    assert coroutines.speedup is None
    assert coroutines.outcome.starved > 0


def test_the_table() -> None:
    done = minigo("compare", "--gomaxprocs=2", "--thread-stack=1M", str(ROOT / "programs/tour/ping_pong.go"))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].split() == [
        "model",
        "ends",
        "output",
        "virtual",
        "time",
        "speed-up",
        "switches",
        "stacks",
        "starved",
    ]
    assert [line.split()[0] for line in lines[1:]] == ["goroutines", "coroutines", "Go", "threads"]
    assert all(" equal " in line for line in lines[1:])
    assert " MB " in lines[4]


def test_failures() -> None:
    assert minigo("compare", "-").returncode == 64
    done = minigo("compare", str(ROOT / "programs/failures/compile_undefined.go"))
    assert done.returncode == 1
    assert "undefined" in done.stderr
