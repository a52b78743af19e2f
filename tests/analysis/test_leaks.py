"""Goroutines that can never go on: which they are, what is said of them, and when."""

from __future__ import annotations

import pytest

import minigo
from minigo.analysis.options import Analyses
from tests.analysis.world import both, cases_of, main_of, run_text

EXIT = Analyses(check_leaks="exit", collect=True)
ALWAYS = Analyses(check_leaks="always", collect=True)
SILENT = Analyses(collect=True)

SENDER = main_of(
    """	ch := make(chan int)
	go func() { ch <- 1 }()
	go func() { time.Sleep(time.Hour) }()
	time.Sleep(time.Millisecond)"""
)

REPORT = """\
minigo: goroutine leak: 1 goroutine can never go on
goroutineleak profile: total 1
1 @
#	main.main.func1	$DIR/prog.go:13

goroutine 2 [chan send (leaked)]:
main.main.func1()
	$DIR/prog.go:13
created by main.main in goroutine 1
	$DIR/prog.go:13

leak: missing receiver
  goroutine 2 waits to send to `ch` (declared prog.go:12; it is unbuffered), at prog.go:13 in main.main.func1
    no other goroutine can reach it any more: all others have ended or do not refer to it
    nothing in the program receives from it
  hint: receive from it on every way that the other side can take, give it a buffer, or select with a way out \
(context, time-out)

minigo: still busy at the end:
  goroutine 3 [sleep] main.main.func2 $DIR/prog.go:14
"""


def report(text: str) -> str:
    path = next(word for word in text.split() if word.endswith("/prog.go:13"))
    return text.replace(path.removesuffix("/prog.go:13"), "$DIR")


def test_report() -> None:
    seen = both(SENDER, EXIT)
    assert report(seen.stderr) == REPORT
    assert seen.code == 0
    assert run_text(SENDER, None).digest == seen.digest
    assert both(SENDER, SILENT).stderr == ""


def test_as_errors() -> None:
    seen = both(SENDER, Analyses(check_leaks="exit", leaks_are_errors=True))
    assert (report(seen.stderr), seen.code) == (REPORT, 2)
    exits = SENDER.replace("\ttime.Sleep(time.Millisecond)", "\ttime.Sleep(time.Millisecond)\n\tpanic(1)")
    assert "leak" not in both(exits, EXIT).stderr


def test_as_soon_as_it_is_certain() -> None:
    """The sender is told of while main goes on, once, and only what main does not need any more leaks."""
    text = main_of(
        """	ch, used := make(chan int), make(chan int)
	go func() { ch <- 1 }()
	go func() { used <- 1 }()
	time.Sleep(time.Millisecond)
	println("before")
	time.Sleep(time.Millisecond)
	<-used"""
    )
    seen = both(text, ALWAYS)
    assert seen.stderr.index("goroutine leak") < seen.stderr.index("before")
    assert seen.names == [("goroutine leak", "missing receiver")]
    assert seen.stderr.count("goroutine leak") == 1


def test_main_can_leak_too() -> None:
    text = main_of(
        """	ticker := time.NewTicker(time.Millisecond)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		for i := 0; i < 50; i++ {
			<-ticker.C
		}
		panic("end")
	}()
	wg.Wait()"""
    )
    seen = both(text, ALWAYS)
    assert seen.names[0] == ("goroutine leak", "missing Done")
    assert seen.findings[0].goroutines[0]["id"] == 1


LEAKS = {
    "lock cycle of package variables": (
        """	go func() { a.Lock(); time.Sleep(50000); b.Lock() }()
	go func() { b.Lock(); time.Sleep(50000); a.Lock() }()
	time.Sleep(time.Millisecond)
	defer a.TryLock()""",
        ["lock cycle", "lock cycle"],
    ),
    "lock of somebody who has ended": (
        "	var a sync.Mutex\n	a.Lock()\n	go func() { a.Lock() }()\n	time.Sleep(time.Millisecond)",
        ["lock never released"],
    ),
    "package variable that no code that can run names": (
        "	go func() { queue <- 1 }()\n	time.Sleep(time.Millisecond)\n	_ = cap(queue)",
        ["missing receiver"],
    ),
    "chain: who waits for a leaked one leaks": (
        """	a, b := make(chan int), make(chan int)
	go func() { <-a; b <- 1 }()
	go func() { <-b }()
	time.Sleep(time.Millisecond)""",
        ["missing sender", "waits for a blocked goroutine"],
    ),
    "the others only send": (
        """	errs := make(chan error)
	for range 3 {
		go func() { time.Sleep(time.Microsecond); errs <- nil }()
	}
	go func() { time.Sleep(time.Hour); errs <- nil }()
	<-errs
	time.Sleep(time.Millisecond)""",
        ["missing receiver"],
    ),
    "the others have only the receiving side": (
        """	ch := make(chan int)
	var in <-chan int = ch
	go func(in <-chan int) { time.Sleep(time.Hour); drain(in) }(ch)
	go func() { time.Sleep(time.Hour); keep(in) }()
	go func() { <-ch }()
	time.Sleep(time.Millisecond)""",
        ["missing sender"],
    ),
    "a method that can still run only receives": (
        """	b := &both{make(chan int), make(chan int)}
	go func() { b.in <- 1 }()
	go b.serve()
	go func() { <-b.out }()
	time.Sleep(time.Millisecond)
	go func() { time.Sleep(time.Hour); close(b.out) }()""",
        ["missing close"],
    ),
    "stopped timer": (
        "	t := time.NewTimer(time.Hour)\n	go func() { <-t.C }()\n	t.Stop()\n	time.Sleep(time.Millisecond)",
        ["stopped timer"],
    ),
}


LEAKS_BEFORE = """
var a, b sync.Mutex
var queue = make(chan int)

type both struct{ in, out chan int }

func (b *both) serve() {
	for v := range b.in {
		b.out <- v
	}
}

func drain(in <-chan int) {
	for range in {
	}
}

var kept []any

func keep(in <-chan int) { kept = append(kept, in) }
"""
LEAK_CASES = cases_of((body for body, _ in LEAKS.values()), LEAKS_BEFORE)


@pytest.mark.parametrize("name", LEAKS)
def test_leaks(name: str) -> None:
    seen = both(LEAK_CASES, EXIT, case=list(LEAKS).index(name))
    causes = LEAKS[name][1]
    assert [cause for _, cause in seen.names] == causes


FINE = {
    "somebody sleeps and will receive": "	ch := make(chan int)\n	go func() { ch <- 1 }()\n"
    "	go func() { time.Sleep(time.Hour); <-ch }()\n	time.Sleep(time.Millisecond)",
    "a timer's function will send": "	ch := make(chan int)\n	go func() { <-ch }()\n"
    "	time.AfterFunc(time.Hour, func() { ch <- 1 })\n	time.Sleep(time.Millisecond)",
    "a timer will fire": "	go func() { <-time.After(time.Hour) }()\n	time.Sleep(time.Millisecond)",
    "through an interface, a map, a slice, a method value and a closure": """	n := &node{make(chan int)}
	things := map[string][]any{"a": {n}}
	stop := things["a"][0].(*node).stop
	go func() { <-n.ch }()
	go func() { time.Sleep(time.Hour); func() { stop() }() }()
	time.Sleep(time.Millisecond)""",
    "the holder of the lock sleeps": """	var a sync.Mutex
	go func() { a.Lock(); time.Sleep(time.Hour); a.Unlock() }()
	time.Sleep(time.Millisecond)
	go func() { a.Lock() }()
	time.Sleep(time.Millisecond)""",
    "readers that sleep keep a writer, and it new readers": """	var rw sync.RWMutex
	go func() { rw.RLock(); time.Sleep(time.Hour); rw.RUnlock() }()
	time.Sleep(time.Millisecond)
	go func() { rw.Lock() }()
	time.Sleep(time.Millisecond)
	go func() { rw.RLock() }()
	time.Sleep(time.Millisecond)""",
    "a value under way holds the channel": """	reply := make(chan int)
	requests := make(chan chan int, 1)
	go func() { time.Sleep(time.Hour); <-requests <- 1 }()
	go func() { requests <- reply; <-reply }()
	time.Sleep(time.Millisecond)""",
    "a deferred call will close": """	ch := make(chan int)
	go func() { <-ch }()
	go func() { defer close(ch); time.Sleep(time.Hour) }()
	time.Sleep(time.Millisecond)""",
    "a package variable whose code can still run": """	go func() { <-shared }()
	go func() { time.Sleep(time.Hour); var w waker = waking{}; w.wake() }()
	time.Sleep(time.Millisecond)""",
    "who could send has the channel by other ways": """	for i := range ways {
		ch := make(chan int)
		go func() { <-ch }()
		go ways[i](ch)
	}
	time.Sleep(time.Millisecond)""",
    "in a Pool": """	pool := &sync.Pool{New: func() any { return nil }}
	ch := make(chan int)
	pool.Put(ch)
	go func() { <-ch }()
	go func() { time.Sleep(time.Hour); if c, ok := pool.Get().(chan int); ok { close(c) } }()
	time.Sleep(time.Millisecond)""",
}

BEFORE = """
type node struct{ ch chan int }

func (n *node) stop() { close(n.ch) }

var shared = make(chan int)

type waker interface{ wake() }
type waking struct{}

func (waking) wake() { shared <- 1 }

func slow(i int) int { time.Sleep(time.Hour); return i }

func (n *node) get() chan int      { return n.ch }
func (n *node) send(v int)         { n.ch <- v }
func (n *node) sub() *node         { return &node{n.ch} }
func (n *node) sender() func(int)  { return func(v int) { n.ch <- v } }
func deep(ch chan int, n int)      { if n == 0 { ch <- 1 } else { deep(ch, n-1) } }
func some[T any](xs ...T) []T      { return xs }
func opened(ch chan int) func()    { return func() { deep(ch, 3) } }
func pair(n *node, v int) *node    { return n }

type copied struct{ c chan int }

func (c copied) wake() { c.c <- slow(1) }

var ways = []func(chan int){
	func(ch chan int) { n := &node{ch}; n.get() <- slow(1) },
	func(ch chan int) { n := &node{ch}; select { case n.get() <- slow(1): } },
	func(ch chan int) { n := &node{ch}; n.sub().sub().send(slow(1)) },
	func(ch chan int) { n := &node{ch}; n.sub().ch <- slow(1) },
	func(ch chan int) { n := &node{ch}; n.sender()(slow(1)) },
	func(ch chan int) { n := &node{ch}; pair(n.sub(), slow(1)).send(1) },
	func(ch chan int) { n := &node{ch}; defer n.sub().send(1); slow(1) },
	func(ch chan int) { m := map[int]*node{1: {ch}}; for _, n := range m { slow(1); n.send(1) } },
	func(ch chan int) { a := [1]chan int{ch}; a[0] <- slow(0) },
	func(ch chan int) { for i, c := range []chan int{ch} { c <- slow(i) } },
	func(ch chan int) { slow(1); for _, c := range some(ch) { c <- 1 } },
	func(ch chan int) { var x any = ch; slow(1); close(x.(chan int)) },
	func(ch chan int) { p := &ch; slow(1); *p <- 1 },
	func(ch chan int) { n := node{ch}; slow(1); p := &n.ch; *p <- 1 },
	func(ch chan int) { slow(1); opened(ch)() },
	func(ch chan int) { var d chan int; d = ch; slow(1); e := d; func() { e <- 1 }() },
	func(ch chan int) { var w waker = copied{ch}; w.wake() },
	func(ch chan int) { c := copied{ch}; slow(1); d := struct{ c chan int }(c); close(d.c) },
	func(ch chan int) { c := make(chan chan int, 1); c <- ch; slow(1); close(<-c) },
	func(ch chan int) { reflect.ValueOf(struct{ C chan int }{ch}).Field(slow(0)).Close() },
}
"""


FINE_CASES = cases_of(FINE.values(), BEFORE).replace("import (", 'import (\n\t"reflect"', 1)


@pytest.mark.parametrize("name", FINE)
def test_no_leaks(name: str) -> None:
    for analyses in (EXIT, ALWAYS):
        seen = both(FINE_CASES, analyses, case=list(FINE).index(name))
        assert seen.names == []
        assert "leak" not in seen.stderr


def test_an_iterator_that_is_not_stopped() -> None:
    text = """package main

import (
	"iter"
	"time"
)

func numbers(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func main() {
	next, _ := iter.Pull(iter.Seq[int](numbers))
	next()
	time.Sleep(time.Millisecond)
}
"""
    seen = both(text, EXIT)
    assert seen.names == [("goroutine leak", "iterator not stopped")]
    assert "in the program" not in seen.stderr


def test_python_interface() -> None:
    result = minigo.run(SENDER)
    assert result.stderr == ""
    (leak,) = result.leaks
    assert leak.name == "missing receiver"
    assert leak.goroutines[0]["waits_for"][0]["name"] == "ch"
