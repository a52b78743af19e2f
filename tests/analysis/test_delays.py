"""Who waited long for a P or for a lock, and why: of a whole run, and always when a limit ends one."""

from __future__ import annotations

from minigo.analysis.options import Analyses
from tests.analysis.world import both, main_of, run_text

DELAYS = Analyses(starvation=True, collect=True)

SPIN = """
func spin(n int) (sum int) {
	for i := 0; i < n; i++ {
		sum += i
	}
	return sum
}
"""

TWO = main_of(
    """	var wg sync.WaitGroup
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() { defer wg.Done(); spin(150000) }()
	}
	wg.Wait()""",
    SPIN,
)


def test_without_a_processor() -> None:
    seen = both(TWO, DELAYS, gomaxprocs=1)
    assert seen.names == [("starvation", "runnable without a processor")]
    lines = seen.stderr.splitlines()
    assert lines[0] == "minigo: starvation: 2 goroutines waited more than 10ms without a P"
    assert "  goroutine 2 was runnable for " in seen.stderr
    assert ", until P0 ran it\n    P0 was held by goroutine 3 for " in seen.stderr
    assert " at prog.go:12 in main.spin\n" in seen.stderr
    assert seen.code == 0
    assert run_text(TWO, None, gomaxprocs=1).digest == seen.digest
    assert both(TWO, DELAYS, gomaxprocs=4).stderr == ""


def test_without_a_preemption_point() -> None:
    seen = both(TWO, DELAYS, gomaxprocs=1, preempt="none")
    assert ", in a loop without a preemption point (--preempt=none)\n" in seen.stderr
    seen = both(TWO, DELAYS, gomaxprocs=1, preempt="cooperative")
    assert ", in a loop without a preemption point (--preempt=cooperative: it calls nothing)\n" in seen.stderr


def test_for_a_lock() -> None:
    text = main_of(
        """	var mu sync.Mutex
	go func() { mu.Lock(); time.Sleep(3 * time.Millisecond); mu.Unlock() }()
	time.Sleep(time.Millisecond)
	mu.Lock()
	go func() { mu.Lock() }()
	time.Sleep(500 * time.Microsecond)
	mu.Unlock()"""
    )
    seen = both(text, DELAYS)
    assert seen.names == [("starvation", "waited long for a lock")]
    assert "minigo: starvation: 1 goroutine waited more than 1ms for a lock\n" in seen.stderr
    assert "ms for `mu` at prog.go:15, held by goroutine 2 (since prog.go:13)\n" in seen.stderr


def test_at_a_limit() -> None:
    """Without any option."""
    for analyses in (None, Analyses(collect=True)):
        seen = run_text(TWO, analyses, gomaxprocs=1, preempt="none", max_steps=120_000)
        assert seen.code == 124
        assert "minigo: starvation: " in seen.own
        assert "    P0 was held by goroutine 3 at prog.go:" in seen.own
    assert seen.names == [("limit", "max-steps"), ("starvation", "runnable without a processor")]
    assert "starvation" not in run_text(TWO, None, gomaxprocs=1, max_steps=20_000).own
