"""What --stats counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from minigo.cli.stats import print_stats, speedup
from tests.trace.world import SPINNERS, run


def test_what_the_processors_did(tmp_path: Path) -> None:
    result, _, _ = run(tmp_path, SPINNERS, gomaxprocs=2, stats=True)
    census = result.census
    assert census is not None
    counts = [census.processor(p) for p in range(2)]
    assert sum(count.switches for count in counts) == result.stats.switches
    assert sum(count.steals for count in counts) == result.stats.steals
    assert sum(count.stolen for count in counts) == result.stats.stolen
    assert 1.3 < speedup(result) < 1.4
    assert census.waits["sleep"].times == 1
    assert census.waits["sleep"].longest == pytest.approx(3_000_000, rel=0.1)
    assert census.waits["sync.WaitGroup.Wait"].now == 0


def test_goroutines_that_still_wait(tmp_path: Path) -> None:
    text = """package main

import "runtime"

func main() {
	for range 3 {
		go func() { select {} }()
	}
	runtime.Gosched()
	c := make(chan int)
	for range 100 {
		go func() { c <- 1 }()
		<-c
	}
}
"""
    result, _, _ = run(tmp_path, text, gomaxprocs=1, stats=True)
    assert result.census is not None
    assert result.census.waits["select (no cases)"].now == 3
    assert result.census.waits["chan receive"].times > 90
    assert result.stats.goroutines_reused > 90


def test_the_tables(tmp_path: Path) -> None:
    result, _, _ = run(tmp_path, SPINNERS, stats=True)
    console = Console(width=120, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    print_stats(console, result)
    text = console.export_text()
    for word in ("speed-up", "goroutines created", "reused", "Ms created", "spin", "from global queue", "sleep"):
        assert word in text
