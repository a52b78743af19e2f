"""Many goroutines and many switches: what they take of memory. Small in the suite, at full size when marked so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ALIVE = """package main

import "sync"

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	start := make(chan struct{})
	sum := 0
	for i := range %d {
		wg.Add(1)
		go func() {
			<-start
			mu.Lock()
			sum += i
			mu.Unlock()
			wg.Done()
		}()
	}
	close(start)
	wg.Wait()
	println(sum)
}
"""

SWITCHES = """package main

func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		for x := range a {
			b <- x + 1
		}
		close(b)
	}()
	sum := 0
	for i := range %d / 2 {
		a <- i
		sum += <-b
	}
	close(a)
	println(sum)
}
"""

MEASURE = """import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"""
"""A small process between: a new one counts as being as large as the one it comes from."""

FULL = pytest.mark.exhaustive


def resident(folder: Path, text: str, *options: str) -> tuple[str, int]:
    """What the program printed on stderr, and the most bytes that its process had in memory."""
    path = folder / "prog.go"
    path.write_text(text)
    command = [sys.executable, "-c", MEASURE, sys.executable, "-m", "minigo", "run", *options, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stderr, int(done.stdout) * 1024


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ru_maxrss is in KB on Linux")
@pytest.mark.parametrize("engine", ["compiled", "walk"])
@pytest.mark.parametrize(
    ("goroutines", "limit"), [(5_000, 200 << 20), pytest.param(200_000, 2 << 30, marks=FULL, id="full")]
)
def test_goroutines_alive_at_once(tmp_path: Path, engine: str, goroutines: int, limit: int) -> None:
    stderr, used = resident(tmp_path, ALIVE % goroutines, f"--engine={engine}")
    assert stderr == f"{goroutines * (goroutines - 1) // 2}\n"
    assert used < limit


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ru_maxrss is in KB on Linux")
@pytest.mark.parametrize("gomaxprocs", [1, 4])
@pytest.mark.parametrize("switches", [100_000, pytest.param(10_000_000, marks=FULL, id="full")])
def test_switching_takes_no_memory(tmp_path: Path, gomaxprocs: int, switches: int) -> None:
    _, few = resident(tmp_path, SWITCHES % 10_000, f"--gomaxprocs={gomaxprocs}")
    _, many = resident(tmp_path, SWITCHES % switches, f"--gomaxprocs={gomaxprocs}")
    assert many < few + (8 << 20)
