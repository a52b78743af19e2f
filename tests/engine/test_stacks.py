"""Stack traces: what the stack of a goroutine is when it panics, when deferred calls panic again, when it overflows."""

from __future__ import annotations

import pytest

from minigo.runtime.sched.stacks import FRAME_BYTES
from tests.engine.world import run_both, run_go


def test_methods_wrappers_and_literals() -> None:
    outcome = run_both("""
type T struct{ xs []int }
func (t *T) get(i int) int { return t.xs[i] }
func (t T) val(i int) int { return t.get(i) }
type V interface{ val(int) int }
func main() {
    var v V = &T{}
    func() {
        println(v.val(2))
    }()
}""")
    assert outcome.ending == "panic: runtime error: index out of range [2] with length 0"
    assert outcome.frames == [("main.(*T).get", 4), ("main.T.val", 5), ("main.main.func1", 10), ("main.main", 11)]


def test_a_panic_in_a_deferred_call() -> None:
    outcome = run_both("""
func main() {
    defer func() {
        panic("second")
    }()
    panic("first")
}""")
    assert outcome.ending == "panic: first -> second"
    assert outcome.frames == [("main.main.func1", 5), ("panic", 859), ("main.main", 7)]


def test_deferred_calls_that_return_leave_no_trace() -> None:
    outcome = run_both("""
func clean() {}
func inner() {
    defer clean()
    panic("boom")
}
func middle() {
    defer func() { clean() }()
    inner()
}
func main() {
    defer clean()
    middle()
}""")
    assert outcome.ending == "panic: boom"
    assert outcome.frames == [("main.inner", 6), ("main.middle", 10), ("main.main", 14)]


def test_a_panic_in_a_deferred_call_of_a_function_that_returned() -> None:
    outcome = run_both("""
func f() int {
    defer func() {
        panic("late")
    }()
    return 1
}
func main() {
    f()
}""")
    assert outcome.frames == [("main.f.func1", 5), ("main.f", 7), ("main.main", 10)]


def test_an_error_of_python_is_a_panic_with_its_line() -> None:
    outcome = run_both("""
func div(a, b int) int {
    return a +
        a/b
}
func main() {
    println(div(1, 0))
}""")
    assert outcome.ending == "panic: runtime error: integer divide by zero"
    assert outcome.frames == [("main.div", 5), ("main.main", 8)]


def test_a_goroutine_of_its_own() -> None:
    outcome = run_both("""
func worker(n int) {
    var m map[string]int
    m["x"] = n
}
func main() {
    c := make(chan int)
    go worker(1)
    <-c
}""")
    assert outcome.ending == "panic: assignment to entry in nil map"
    assert outcome.frames == [("main.worker", 5)]


@pytest.mark.parametrize("engine", ["compiled", "walk"])
def test_deep_recursion(engine: str) -> None:
    source = """
func f(n int) int {
    if n == 0 { return 0 }
    return f(n-1) + 1
}
func main() { println(f(100000)) }"""
    assert run_go(source, engine, record=False).stderr == "100000\n"


DOWN = """
import "runtime/debug"
func down(n int) int {
    return down(n+1) + 1
}
func main() {
    debug.SetMaxStack(1 << 20)
    defer println("deferred calls do not run")
    println(down(0))
}"""


@pytest.mark.parametrize("engine", ["compiled", "walk"])
def test_endless_recursion(engine: str) -> None:
    outcome = run_go(DOWN, engine, record=False)
    assert outcome.ending == "fatal error: stack overflow"
    assert outcome.stderr == ""
    assert len(outcome.frames) == (1 << 20) // FRAME_BYTES + 1
    assert outcome.frames[:2] == [("main.down", 4), ("main.down", 5)]
    assert outcome.frames[-2:] == [("main.down", 5), ("main.main", 10)]


def test_endless_recursion_through_defers() -> None:
    outcome = run_both(DOWN.replace("    return down", "    defer func() { recover() }()\n    return down"))
    assert outcome.ending == "fatal error: stack overflow"
    assert outcome.frames[0] == ("main.down", 4)
    assert outcome.frames[1:3] == [("main.down", 6), ("main.down", 6)]
