"""`python -m benchmarks.memory`: what goroutines take of memory, and whether a long run grows.

Each measurement is a process of its own, which runs a Go program and looks at its resident memory (/proc/self/statm)
when the program prints something. A goroutine's share is the difference between a run with many and one with few.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20
FEW = 1000

_MANY = """package main

import (
	"runtime"
	"sync"
	"time"
)

func receive(c chan int) { <-c }

func main() {
	c, d := make(chan int), make(chan int)
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	wg.Add(1)
	for i := 0; i < SIZE; i++ {
		START
	}
	YIELD
	println("made")
	use(c, d, &mu, &wg, time.Hour)
}

func use(...any) { runtime.Gosched() }
"""

_SWITCHES = """package main

func main() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for n := range ping {
			pong <- n
		}
	}()
	for i := 0; i < SIZE; i++ {
		ping <- i
		<-pong
		if i == SIZE/10 {
			println("begun")
		}
	}
	println("done")
}
"""

_GENERATIONS = """package main

import "sync"

func main() {
	for i := 0; i < SIZE/1000; i++ {
		var wg sync.WaitGroup
		c := make(chan int)
		for j := 0; j < 1000; j++ {
			wg.Add(1)
			go func() {
				defer wg.Done()
				<-c
			}()
		}
		close(c)
		wg.Wait()
		if i == SIZE/10000 {
			println("begun")
		}
	}
	println("done")
}
"""


@dataclass(slots=True, frozen=True)
class Case:
    """`limit` is in bytes for a goroutine, or (`growth`) for all that came after the first print."""

    name: str
    program: str
    size: int
    limit: int
    growth: bool = False


def _goroutines(name: str, start: str, size: int, limit: int, *, run: bool = True) -> Case:
    program = _MANY.replace("START", start).replace("YIELD", "runtime.Gosched()" if run else "")
    return Case(name, program, size, limit)


CASES = (
    _goroutines("runnable, not yet run", "go receive(c)", 1_000_000, 1024, run=False),
    _goroutines("blocked in a receive", "go receive(c)", 200_000, 7 * 1024),
    _goroutines("blocked in a closure", "go func() { c <- i }()", 50_000, 7 * 1024),
    _goroutines("blocked in select", "go func() { select { case <-c: case <-d: } }()", 50_000, 7 * 1024),
    _goroutines("blocked in select with a send", "go func() { select { case <-c: case d <- i: } }()", 50_000, 7 * 1024),
    _goroutines("blocked in WaitGroup.Wait", "go func() { wg.Wait() }()", 50_000, 7 * 1024),
    _goroutines("blocked in Mutex.Lock", "go mu.Lock()", 50_000, 7 * 1024),
    _goroutines("asleep", "go time.Sleep(time.Hour)", 50_000, 7 * 1024),
    Case("10,000,000 switches", _SWITCHES, 5_000_000, 2 * MIB, growth=True),
    Case("1,000,000 goroutines, 1000 at a time", _GENERATIONS, 1_000_000, 2 * MIB, growth=True),
)
TOTALS = {"runnable, not yet run": 1536 * MIB, "blocked in a receive": 2048 * MIB}
"""What the whole process may take."""


def resident() -> int:
    """Bytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def run(source: str) -> list[int]:
    """Runs a Go program on one P, without preemption: the resident memory each time that it printed something."""
    from minigo.session import Options, Session

    seen: list[int] = []

    class Watch(io.BytesIO):
        def write(self, data: object) -> int:
            seen.append(resident())
            return 0

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "main.go"
        file.write_text(source)
        session = Session(Options(gomaxprocs=1, preempt="none"))
        session.run(session.load(str(file)), io.BytesIO(), io.BytesIO(), Watch())
    return seen


def in_process(source: str) -> list[int]:
    """`run` in a process of its own. Raises CalledProcessError when that fails."""
    command = [sys.executable, "-m", "benchmarks.memory", "--child"]
    done = subprocess.run(command, input=source, text=True, stdout=subprocess.PIPE, check=True)
    return [int(word) for word in done.stdout.split()]


@dataclass(slots=True)
class Finding:
    """`amount` is what `case.limit` limits, `total` the whole process at its largest, in bytes."""

    case: Case
    amount: float
    total: int

    @property
    def fits(self) -> bool:
        return self.amount <= self.case.limit and self.total <= TOTALS.get(self.case.name, self.total)


def measure(case: Case, scale: int, runner: Callable[[str], list[int]] = in_process) -> Finding:
    """`scale` divides the number of goroutines or switches."""
    size = max(case.size // scale, FEW * 10)
    seen = runner(case.program.replace("SIZE", str(size)))
    if case.growth:
        return Finding(case, seen[-1] - seen[0], max(seen))
    base = runner(case.program.replace("SIZE", str(FEW)))
    return Finding(case, (seen[0] - base[0]) / (size - FEW), max(seen))


def show(findings: list[Finding]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="resident memory")
    for name in ("what", "bytes", "at most", "whole process, MiB", "at most"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for f in findings:
        total = TOTALS.get(f.case.name)
        table.add_row(
            f.case.name + (": growth" if f.case.growth else ""),
            f"{f.amount:.0f}",
            str(f.case.limit),
            f"{f.total / MIB:.0f}",
            "" if total is None else f"{total / MIB:.0f}",
            style="" if f.fits else "red",
        )
    Console().print(table)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--scale", type=int, default=1, help="divide the numbers of goroutines and switches by this")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        print(*run(sys.stdin.read()))
        # Not through the interpreter's end, which would take everything apart.
        sys.stdout.flush()
        os._exit(0)
    findings = [measure(case, args.scale) for case in CASES]
    if args.json:
        print(json.dumps({f.case.name: {"bytes": f.amount, "limit": f.case.limit, "total": f.total} for f in findings}))
    else:
        show(findings)
    return 0 if all(f.fits for f in findings) else 1


if __name__ == "__main__":
    sys.exit(main())
