"""The simulated sizes of stacks: doubling, halving at garbage collections, in --stats and in runtime.MemStats."""

from __future__ import annotations

from pathlib import Path

import pytest

from minigo.runtime.sched.stacks import FRAME_BYTES, STACK_MIN
from tests.trace.world import run

KB = 1 << 10

DEEP = """package main

import "runtime"

func deep(n int, f func()) int {
	if n > 0 {
		return deep(n-1, f) + 1
	}
	f()
	return 0
}

func inuse() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	println(m.StackInuse)
}

func main() {
	inuse()
	go deep(30, func() { select {} })
	runtime.Gosched()
	deep(%d, func() {
		inuse()
		runtime.GC()
	})
	runtime.GC()
	runtime.GC()
}
"""


@pytest.mark.parametrize("engine", ["compiled", "walk"])
def test_stacks_grow_and_shrink(tmp_path: Path, engine: str) -> None:
    result, _, stderr = run(tmp_path, DEEP % 100, gomaxprocs=1, engine=engine, stats=True)
    sizes = result.stacks
    assert sizes is not None
    # 103 frames of 512 bytes do not fit 32 KB, 31 of the other one fit 16 KB.
    assert stderr == f"{STACK_MIN}\n{64 * KB + 16 * KB}\n"
    assert (sizes.peak, sizes.largest) == (80 * KB, 64 * KB)
    assert sizes.growths == 5 + 3
    # Nothing at the first, for both are in use; main's at the second and third.
    assert sizes.shrinks == 2
    assert sizes.total == 16 * KB + 16 * KB


def test_a_goroutine_that_ends_gives_its_stack_back(tmp_path: Path) -> None:
    text = DEEP.replace("select {}", "runtime.Gosched()") % 1
    result, _, _ = run(tmp_path, text, gomaxprocs=1, stats=True)
    assert result.stacks is not None
    assert result.stacks.largest == 16 * KB
    assert result.stacks.total == STACK_MIN


def test_statistics_do_not_change_what_the_program_sees(tmp_path: Path) -> None:
    assert run(tmp_path, DEEP % 50, stats=True)[1:] == run(tmp_path, DEEP % 50)[1:]


@pytest.mark.parametrize("engine", ["compiled", "walk"])
@pytest.mark.parametrize(("depth", "code"), [(1000, 0), (3000, 2)])
def test_a_smaller_limit(tmp_path: Path, engine: str, depth: int, code: int) -> None:
    size = 2048 * FRAME_BYTES
    text = DEEP.replace("inuse()\n\tgo", f"debug.SetMaxStack({size})\n\tgo").replace(
        '"runtime"', '"runtime/debug"; import "runtime"'
    )
    result, _, stderr = run(tmp_path, text % depth, engine=engine)
    assert result.exit_code == code
    assert (f"goroutine stack exceeds {size}-byte limit" in stderr) == bool(code)
