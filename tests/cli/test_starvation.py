"""The starvation demo: what real Go hides behind a hang is proven and reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_run import PROGRAMS, minigo, source

NUMBERS = "".join(f"{i}\n" for i in range(10))
STARVE = str(PROGRAMS / "scheduler" / "starve.go")

engines = pytest.mark.parametrize("engine", ["compiled", "walk"])


def variant(tmp_path: Path, loop: str, before: str = "") -> str:
    """The demo with another loop in place of `for {}`."""
    text = (
        'package main\n\nimport (\n\t"fmt"\n\t"runtime"\n)\n\nfunc main() {\n\truntime.GOMAXPROCS(1)\n'
        f"{before}"
        "\tgo func() {\n\t\tfor i := 0; i < 10; i++ {\n\t\t\tfmt.Println(i)\n\t\t}\n\t}()\n"
        f"\t{loop}\n}}\n"
    )
    return source(tmp_path, text)


@engines
def test_preemption_lets_the_numbers_out_then_the_endless_loop_is_proven(engine: str) -> None:
    done = minigo("run", f"--engine={engine}", STARVE)
    assert done.stdout == NUMBERS
    assert done.returncode == 2
    assert "goroutine 1" in done.stderr
    assert "starve.go:16" in done.stderr
    assert "spins for ever" in done.stderr


@engines
def test_without_preemption_the_starvation_is_reported(engine: str) -> None:
    done = minigo("run", "--gomaxprocs=1", "--no-preempt", f"--engine={engine}", STARVE)
    assert done.stdout == ""
    assert done.returncode == 2
    report = done.stderr
    assert "starvation" in report
    assert "starve.go:16" in report, "who hogs the P, and where"
    assert "goroutine 2" in report, "who is starved"
    assert "starve.go:11" in report, "where it was created"
    assert "runnable since" in report
    for cure in ("runtime.Gosched", "block", "preempt"):
        assert cure in report


@engines
def test_gosched_cures_it(tmp_path: Path, engine: str) -> None:
    path = variant(tmp_path, "for {\n\t\truntime.Gosched()\n\t}")
    done = minigo("run", "--gomaxprocs=1", "--no-preempt", f"--engine={engine}", path)
    assert done.stdout == NUMBERS
    assert done.returncode == 2
    assert "spins for ever" in done.stderr


@engines
def test_select_cures_it_and_the_deadlock_is_reported(tmp_path: Path, engine: str) -> None:
    path = variant(tmp_path, "select {}")
    done = minigo("run", "--gomaxprocs=1", "--no-preempt", f"--engine={engine}", path)
    assert done.stdout == NUMBERS
    assert done.returncode == 2
    assert done.stderr.startswith(
        "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [select (no cases)]:"
    )


@engines
@pytest.mark.parametrize(
    "loop",
    [
        "n := 0\n\tfor {\n\t\tn++\n\t}",
        "m := map[int]int{}\n\tfor {\n\t\tm[0]++\n\t}",
        "c := make(chan int, 1)\n\tfor {\n\t\tselect {\n\t\tcase c <- 1:\n\t\tcase <-c:\n\t\t}\n\t}",
    ],
    ids=["counter", "map", "channel"],
)
def test_a_loop_that_changes_state_is_never_reported(tmp_path: Path, loop: str, engine: str) -> None:
    done = minigo("run", "--max-steps=500000", f"--engine={engine}", variant(tmp_path, loop))
    assert done.returncode == 124, done.stderr
    assert "spins" not in done.stderr
    assert "goroutine 1 [" in done.stderr


@engines
def test_waiting_for_somebody_who_still_comes_is_never_reported(tmp_path: Path, engine: str) -> None:
    text = (
        'package main\n\nimport (\n\t"fmt"\n\t"sync/atomic"\n\t"time"\n)\n\nfunc main() {\n\tvar done atomic.Bool\n'
        "\tgo func() {\n\t\ttime.Sleep(50 * time.Millisecond)\n\t\tdone.Store(true)\n\t}()\n"
        '\tfor !done.Load() {\n\t}\n\tfmt.Println("done")\n}\n'
    )
    for procs in ("1", "2"):
        done = minigo("run", f"--gomaxprocs={procs}", f"--engine={engine}", source(tmp_path, text))
        assert (done.stdout, done.returncode, done.stderr) == ("done\n", 0, "")
