"""Potential deadlocks: reported although nothing hung, and only where they are possible."""

from __future__ import annotations

import pytest

from minigo.analysis.options import Analyses
from tests.analysis.world import both, cases_of, main_of, run_text

ORDER = Analyses(lock_order=True, collect=True)

LATER = "	time.Sleep(time.Millisecond)\n"
TWO = """	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); %s }()
	go func() { defer wg.Done(); time.Sleep(time.Millisecond); %s }()
	wg.Wait()"""
BEFORE = """
var a, b, c, gate sync.Mutex
var rw, rw2 sync.RWMutex

func both(x, y sync.Locker) { x.Lock(); y.Lock(); y.Unlock(); x.Unlock() }
"""


def program(first: str, second: str) -> str:
    return main_of(TWO % (first, second), BEFORE)


def test_report() -> None:
    text = program("a.Lock(); b.Lock(); b.Unlock(); a.Unlock()", "b.Lock(); a.Lock(); a.Unlock(); b.Unlock()")
    seen = both(text, ORDER)
    assert seen.names == [("lock order", "lock cycle")]
    assert seen.code == 0
    assert seen.stderr.startswith("minigo: potential deadlock: lock cycle (nothing hung in this run)\n")
    assert "goroutine 2 locks `b` at prog.go:19 while it holds `a` since prog.go:19\n" in seen.stderr
    assert "goroutine 3 locks `a` at prog.go:20 while it holds `b` since prog.go:20\n" in seen.stderr
    assert seen.findings[0].objects[0] == {"kind": "lock", "name": "a", "declared": "prog.go:11"}
    assert [stack["frames"][0]["line"] for stack in seen.findings[0].stacks] == [19, 19, 20, 20]
    assert run_text(text, None).digest == seen.digest


POSSIBLE = {
    "through Locker": ("both(&a, &b)", "both(&b, &a)", "lock cycle"),
    "a reader and a writer": ("both(rw.RLocker(), &b)", "both(&b, &rw)", "lock cycle"),
    "the gate is held at one side only": ("gate.Lock(); both(&a, &b); gate.Unlock()", "both(&b, &a)", "lock cycle"),
    "two readers of the gate": (
        "rw.RLock(); both(&a, &b); rw.RUnlock()",
        "rw.RLock(); both(&b, &a); rw.RUnlock()",
        "lock cycle",
    ),
    "read lock again, and a writer": (
        "rw.RLock(); rw.RLock(); rw.RUnlock(); rw.RUnlock()",
        "rw.Lock(); rw.Unlock()",
        "recursive read lock",
    ),
}


IMPOSSIBLE = {
    "three locks, but two goroutines": ("both(&a, &b); both(&b, &c)", "both(&c, &a)"),
    "one order": ("both(&a, &b)", "both(&a, &b)"),
    "a gate": ("gate.Lock(); both(&a, &b); gate.Unlock()", "gate.Lock(); both(&b, &a); gate.Unlock()"),
    "readers only": ("both(rw.RLocker(), rw2.RLocker())", "both(rw2.RLocker(), rw.RLocker())"),
    "TryLock never waits": (
        "a.Lock(); if b.TryLock() { b.Unlock() }; a.Unlock()",
        "b.Lock(); if a.TryLock() { a.Unlock() }; b.Unlock()",
    ),
    "one goroutine": ("both(&a, &b); both(&b, &a)", "a.Lock(); a.Unlock()"),
    "no writer": ("rw.RLock(); rw.RLock(); rw.RUnlock(); rw.RUnlock()", "rw.RLock(); rw.RUnlock()"),
    "unlocked by somebody else": (
        "a.Lock(); go func() { a.Unlock() }(); time.Sleep(1000); b.Lock(); b.Unlock()",
        "both(&b, &a)",
    ),
}


CASES = cases_of((TWO % (pair[0], pair[1]) for pair in (*POSSIBLE.values(), *IMPOSSIBLE.values())), BEFORE)


@pytest.mark.parametrize("name", POSSIBLE)
def test_possible(name: str) -> None:
    seen = both(CASES, ORDER, case=list(POSSIBLE).index(name))
    assert seen.names == [("lock order", POSSIBLE[name][2])]


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_impossible(name: str) -> None:
    seen = both(CASES, ORDER, case=len(POSSIBLE) + list(IMPOSSIBLE).index(name))
    assert (seen.names, seen.stderr) == ([], "")


@pytest.mark.parametrize(
    "between",
    ["ch := make(chan int); go func() { both(&b, &a); ch <- 1 }(); <-ch", "go both(&b, &a)"],
)
def test_ordered_by_happens_before(between: str) -> None:
    """The first goroutine has released its locks before it starts the second one."""
    body = f"	both(&a, &b)\n	{between}\n{LATER}"
    assert both(main_of(body, BEFORE), ORDER).names == []
    unordered = f"	go both(&a, &b)\n{LATER}	{between}\n{LATER}"
    assert both(main_of(unordered, BEFORE), ORDER).names == [("lock order", "lock cycle")]


def test_double_lock_in_the_background() -> None:
    body = "	go func() { a.Lock(); a.Lock() }()\n" + LATER
    seen = both(main_of(body, BEFORE), ORDER)
    assert ("lock order", "double lock") in seen.names
    assert "goroutine 2 waits for `a`, which it holds itself since prog.go:17" in seen.stderr
