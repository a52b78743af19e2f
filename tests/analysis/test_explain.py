"""Deadlocks explained: Go's text first, then the wait-for graph in words or as a graph; the same on both engines."""

from __future__ import annotations

import re

import pytest

import minigo
from minigo.analysis.explain import FORMATS
from minigo.analysis.options import Analyses
from minigo.cache.store import Store
from minigo.cli import streams
from minigo.cli.options import analyses
from tests.analysis.world import both, main_of, run_text

TEXT = Analyses(explain="text", collect=True)

AB_BA = main_of(
    """	var a, b sync.Mutex
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		a.Lock()
		time.Sleep(time.Millisecond)
		b.Lock()
	}()
	go func() {
		defer wg.Done()
		b.Lock()
		time.Sleep(time.Millisecond)
		a.Lock()
	}()
	wg.Wait()"""
)

EXPLAINED = """\
minigo: deadlock: lock cycle
* goroutine 2 waits to lock `b` (declared prog.go:12), at prog.go:19 in main.main.func1
    held since prog.go:23 by goroutine 3, which waits to lock `a`
* goroutine 3 waits to lock `a` (declared prog.go:12), at prog.go:25 in main.main.func2
    held since prog.go:17 by goroutine 2, which waits to lock `b`
  goroutine 1 waits for `wg` (declared prog.go:13; its counter is 2), at prog.go:27 in main.main
    goroutine 2 can reach it, but waits to lock `b` itself
    goroutine 3 can reach it, but waits to lock `a` itself
    Done is called at prog.go:16 (main.main.func1), prog.go:22 (main.main.func2)
    Add is called at prog.go:14 (main.main)
  the cycle (*): goroutine 2 -> goroutine 3 -> goroutine 2
  hint: take these locks in the same order everywhere, or use one lock for both
"""


def test_in_words_after_gos_report() -> None:
    seen = both(AB_BA, TEXT)
    assert seen.own == EXPLAINED
    plain = run_text(AB_BA, None)
    assert seen.stderr == plain.stderr + "\n" + EXPLAINED
    assert (seen.code, seen.digest) == (plain.code, plain.digest)
    (finding,) = seen.findings
    assert (finding.kind, finding.name, finding.cycle) == ("deadlock", "lock cycle", [2, 3])
    assert [g["id"] for g in finding.goroutines] == [1, 2, 3]
    assert finding.goroutines[1]["held_by"] == [{"goroutine": 3, "ended": False, "how": "write", "where": "prog.go:23"}]


def test_as_graphs() -> None:
    dot = both(AB_BA, Analyses(explain="dot")).stderr
    assert '  "b" -> "goroutine 3" [label="held since prog.go:23", color=red];\n' in dot
    assert '  "goroutine 1" -> "wg" [label="waits for"];\n' in dot
    assert dot.endswith("}\n")
    mermaid = both(AB_BA, Analyses(explain="mermaid")).stderr
    lines = mermaid[mermaid.index("flowchart LR") :].splitlines()
    nodes = dict(re.findall(r'^  (n\d+)(?:\[|\(\[)"(.*?)"', "\n".join(lines), re.MULTILINE))
    edges = {(nodes[a], nodes[b]) for a, b in re.findall(r"^  (n\d+) -->.* (n\d+)$", "\n".join(lines), re.MULTILINE)}
    assert {("goroutine 2", "b"), ("b", "goroutine 3"), ("goroutine 3", "a"), ("a", "goroutine 2")} <= edges


CASES = {
    "field of an element, and of a map's": (
        main_of(
            """	m := map[string]*box{"x": {}}
	list := []*box{{}, {}}
	list[1].mu.Lock()
	go func() { m["x"].mu.Lock(); m["x"].mu.Lock() }()
	time.Sleep(time.Millisecond)
	list[1].mu.Lock()""",
            "type box struct{ mu sync.Mutex }\n",
        ),
        ["`list[1].mu` (declared prog.go:10)", '`m["x"].mu` (declared prog.go:10)', "by itself"],
    ),
    "package variable, function that ended": (
        main_of(
            "	go func() { mu.Lock() }()\n	time.Sleep(time.Millisecond)\n	mu.Lock()", "var mu sync.Mutex\n"
        ),
        ["`mu` (declared prog.go:10)", "by goroutine 2, which has ended without unlocking it", "lock never released"],
    ),
    "a reader keeps a writer out": (
        main_of(
            """	var rw sync.RWMutex
	ch := make(chan int)
	go func() { rw.RLock(); <-ch }()
	time.Sleep(time.Millisecond)
	rw.Lock()"""
        ),
        ["waits to lock `rw`", "held for reading since prog.go:14 by goroutine 2, which waits to receive from `ch`"],
    ),
    "two writers": (
        main_of(
            """	var rw sync.RWMutex
	go func() { rw.Lock(); select {} }()
	time.Sleep(time.Millisecond)
	rw.Lock()"""
        ),
        ["waits to lock `rw` (declared prog.go:12)", "held since prog.go:13 by goroutine 2"],
    ),
    "nothing closes": (
        main_of("	ch := make(chan int, 2)\n	ch <- 1\n	for range ch {\n	}"),
        ["`ch` (declared prog.go:12; its buffer of 2 is empty)", "nothing in the program closes it", "missing close"],
    ),
    "select": (
        main_of(
            """	a, b := make(chan int), make(chan string)
	select {
	case <-a:
	case b <- "x":
	}"""
        ),
        ["waits in a select for `a` (declared prog.go:12; it is unbuffered) or `b`", "select without partner"],
    ),
    "nil channel": (main_of("	var ch chan int\n	<-ch"), ["receives from a nil channel", "nil channel"]),
    "what is not sent under its name is sent under another": (
        main_of(
            """	q := &query{make(chan *query), make(chan int)}
	go func() {
		for r := range q.in {
			r.in <- r
			r.out <- 1
		}
	}()
	reply := q.out
	q.in <- &query{q.in, make(chan int)}
	<-reply""",
            "type query struct{ in chan *query; out chan int }\n",
        ),
        ["goroutine 1 waits to receive from `reply`", "it may be sent to at prog.go:17 (main.main.func1)"],
    ),
    "variables of one name": (
        main_of(
            """	var wg sync.WaitGroup
	for range 2 {
		ch := make(chan int)
		wg.Go(func() { <-ch })
	}
	wg.Wait()"""
        ),
        [
            "`ch#1`",
            "`ch#2`",
            "goroutine 2 can reach it, but waits to receive from `ch#",
            "nothing in the program sends to it",
        ],
    ),
    "a ring of channels": (
        main_of(
            """	a, b := make(chan int), make(chan int)
	go func() { <-a; b <- 1 }()
	<-b
	a <- 1"""
        ),
        [
            "* goroutine 1 waits to receive from `b`",
            "goroutine 2 could send to it, but waits to receive from `a` itself",
            "the cycle (*): goroutine 1 -> goroutine 2 -> goroutine 1",
        ],
    ),
    "who receives as well is no partner": (
        main_of("	ch := make(chan int)\n	go func() { <-ch }()\n	<-ch"),
        ["goroutine 2 refers to it, but can only receive from it, too", "nobody else can reach it any more"],
    ),
    "a select that names a channel twice": (
        main_of(
            """	a, b := make(chan int), make(chan string)
	go func() {
		select {
		case <-a:
		case b <- "x":
		case <-a:
		}
	}()
	<-a"""
        ),
        [
            "in a select for `a` (declared prog.go:12; it is unbuffered) or `b` (",
            "goroutine 2 refers to it, but can only receive from it, too",
            "nothing in the program sends to it",
        ],
    ),
    "no name": (main_of("	<-make(chan int)"), ["a channel without a name"]),
    "a copy of a locked Mutex": (
        main_of("	var a sync.Mutex\n	a.Lock()\n	b := a\n	b.Lock()"),
        ["`b` (declared prog.go:14)", "nobody holds it that is known", "copied lock"],
    ),
    "deferred unlock by somebody else is heeded": (
        main_of(
            """	var mu sync.Mutex
	mu.Lock()
	go func() { mu.Unlock(); mu.Lock(); select {} }()
	time.Sleep(time.Millisecond)
	mu.Lock()"""
        ),
        ["held since prog.go:14 by goroutine 2"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_words(name: str) -> None:
    text, phrases = CASES[name]
    own = both(text, TEXT).own
    for phrase in phrases:
        assert phrase in own, own


def test_main_has_ended() -> None:
    """Nobody is left to explain."""
    text = 'package main\n\nimport "runtime"\n\nfunc main() { runtime.Goexit() }\n'
    assert both(text, TEXT).own == ""


def test_a_kept_program_is_explained_alike(tmp_path: object) -> None:
    from pathlib import Path

    from minigo.bundle import fingerprint
    from minigo.programs import Programs
    from tests.cache.test_programs import run

    folder = Path(str(tmp_path))
    (folder / "p.go").write_text(AB_BA)
    cache = Programs(Store(str(folder / "cache" / "minigo"), str(folder / "data" / "minigo")), fingerprint())
    first = run(folder / "p.go", cache, analyses=TEXT)
    again = run(folder / "p.go", cache, analyses=TEXT)
    assert (first[1], again[1]) == (False, True)
    assert first[0] == again[0]
    assert b"the cycle (*)" in first[0][2]


def test_who_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal without asking; elsewhere stderr is real Go's unless it is asked for."""

    def asked(choice: str) -> Analyses | None:
        return analyses(choice, None, "report", False, False, None)

    for terminal in (True, False):
        monkeypatch.setattr("sys.stderr.isatty", lambda terminal=terminal: terminal, raising=False)
        assert streams.explain_here() == ("text" if terminal else None)
        assert asked("auto") == (Analyses(explain="text") if terminal else None)
        assert asked("off") is None
        for form in FORMATS:
            assert asked(form) == Analyses(explain=form)


def test_python_interface() -> None:
    result = minigo.run(AB_BA)
    assert result.deadlock
    assert result.explanation == EXPLAINED
    assert "minigo:" not in result.stderr
    assert (result.leaks, [f.name for f in result.findings]) == ((), ["lock cycle"])
