"""Ticks, pure loops and boxes."""

from __future__ import annotations

import pytest

from minigo.core import nodes as c
from minigo.core.visit import statements
from tests.core.lowering import function, lower


def ticks(body: str, head: str = "") -> list[str]:
    """The Ticks of main.main, its entry's apart."""
    source = f"package main\n\n{head}\n\nfunc main() {{\n{body}\n}}\n"
    found = [s for s in statements(function(source).body) if isinstance(s, c.Tick)]
    return [s.kind + " pure" * s.pure for s in found if s.kind != "entry"]


SHARED = """
var g int
var gp *P
type P struct{ n int; in struct{ v int } }
func id(x int) int { return x }
"""


@pytest.mark.parametrize(
    "body",
    [
        "g++",
        "g += 2",
        "g = g * 2",
        "g = id(g) + 1",
        "gp.n--",
        "gp.in.v++",
        "p := new(int); *p++",
        "s := []int{1}; i := 0; s[i] = s[i] + 1",
        "x := 0; func() { println(x) }(); x++",
        "p := P{}; q := &p; p.n++; _ = q",
        "var arr [2]int; s := arr[:]; arr[0]++; _ = s",
        "gp.n, g = gp.n+1, 1",
    ],
)
def test_updates_of_shared_memory_can_be_interrupted(body: str) -> None:
    expected = ["rmw"] if "gp.n, g" not in body else []
    assert ticks(body, SHARED) == expected


@pytest.mark.parametrize(
    "body",
    [
        "x := 0; x++; x = x + 1; println(x)",
        "p := P{}; p.n++; p.in.v += 2",
        "arr := [2]int{}; arr[1]++",
        "g = 1; gp.n = g",
        "m := map[string]int{}; m[`a`]++",
        "gp = &P{n: 1}",
    ],
)
def test_other_assignments_cannot(body: str) -> None:
    assert ticks(body, SHARED) == []


ATOMICS = """
var done bool
var flag int
var ch = make(chan int)
var x *P
type P struct{ n int; next *P }
func isDone() bool { return done }
func setDone() bool { done = true; return done }
func deep() bool { return isDone() && flag > 0 }
"""


@pytest.mark.parametrize(
    "loop",
    [
        "for {}",
        "for !done {}",
        "for !isDone() {}",
        "for !deep() {}",
        "for len(ch) == 0 {}",
        "for x.n != 3 { y := x.n; if y == 2 { break } }",
        "for { if done { return } }",
        "for { switch flag { case 1: continue } }",
        "for p := x; ; { q := p.next; q = q.next; _ = q }",
    ],
)
def test_spinning_loops_are_pure(loop: str) -> None:
    assert ticks(loop, ATOMICS) == ["loop pure"]


@pytest.mark.parametrize(
    "loop",
    [
        "for i := 0; i < 3; i++ {}",
        "for !setDone() {}",
        "for { done = false }",
        "for { <-ch }",
        "for { select { case <-ch: default: } }",
        "for { println() }",
        "for p := x; p != nil; p = p.next {}",
        "f := isDone; for !f() {}",
        "for { defer println() }",
        "s := []int{}; for { s = append(s, 1) }",
        "for range ch {}",
    ],
)
def test_working_loops_are_not(loop: str) -> None:
    assert ticks(loop, ATOMICS) == ["loop"]


CALLS = """
type I interface{ m() }
func other() {}
func get() func(func()) { return nil }
"""


def entry(body: str, head: str = "") -> int | None:
    """Where the Tick at the entry of main.f stands in its body; None when there is none."""
    source = f"package main\n\n{head}\n{CALLS}\nfunc f(n int, i I, g func()) int {{\n{body}\n}}\n"
    body_of_f = function(source + "func main() { f(1, nil, nil) }\n", "main.f").body
    places = [i for i, s in enumerate(body_of_f) if isinstance(s, c.Tick) and s.kind == "entry"]
    return places[0] if places else None


def test_leaf_functions_have_no_entry_tick() -> None:
    assert entry("return n + 1") is None
    assert entry("if n > 2 { return 1 }; x := n * n; return x") is None
    assert entry("return int(math.Sqrt(float64(n)))", 'import "math"') is None


@pytest.mark.parametrize(
    "body",
    [
        "other(); return n",
        "i.m(); return n",
        "g(); return n",
        "for n > 0 { n-- }; return n",
        "go other(); return n",
        "defer g(); return n",
        "once.Do(g); return n",
    ],
)
def test_functions_that_may_run_long_have_one(body: str) -> None:
    head = 'import "sync"\n\nvar once sync.Once\n'
    assert entry(body, head) == 0


def test_the_entry_tick_stands_behind_the_cases_that_end_before_a_call() -> None:
    assert entry("if n < 2 { return n }; return f(n-1, i, g) + f(n-2, i, g)") == 1
    assert entry("x := n; if x < 2 { panic(n) }; x++; return f(x, i, g)") == 3
    assert entry("if n < 2 { n = 2 }; return f(n, i, g)") == 0


def test_hidden_functions_have_no_entry_tick() -> None:
    program = lower("package main\n\nfunc main() { defer println() }\n")
    wrapper = program.functions["main.main.wrap.println"]
    assert wrapper.hidden
    assert not any(isinstance(s, c.Tick) for s in wrapper.body)


def boxed(body: str, lang: str = "go1.27") -> list[str]:
    """The boxed variables that main.main declares."""
    out: list[str] = []
    for s in statements(function(f"package main\n\nfunc main() {{\n{body}\n}}\n", lang=lang).body):
        variables = [s.var] if isinstance(s, c.Let) else s.vars if isinstance(s, c.Unpack) else []
        out += [v.name for v in variables if v is not None and v.boxed and v.name not in out]
    return out


def test_boxes() -> None:
    assert boxed("x := 1; func() { println(x) }()") == []
    assert boxed("x := 1; func() { println(x) }(); x = 2") == ["x"]
    assert boxed("x := 1; p := &x; println(*p)") == ["x"]
    assert boxed("var f func(); f = func() { f() }; f()") == ["f"]
    assert boxed("s := struct{ a int }{}; func() { s.a++ }(); p := &s.a; *p = 1") == []
    assert boxed("var a [3]int; func() { a[0]++ }(); s := a[:]; s[0] = 1") == []
    assert boxed("a, b := 1, 2; a, c := 3, 4; func() { println(a, b, c) }()") == ["a"]
    assert boxed("type N int; var n N; p := &n; *p = 1") == ["n"]


def test_loop_variables() -> None:
    loop = "for i := 0; i < 3; i++ { go func() { println(i) }() }"
    renewed = "for i := range []int{1, 2} { go func() { println(i) }() }"
    assert boxed(loop) == ["i"]
    assert boxed(renewed) == []
    assert boxed(renewed, "go1.21") == ["i"]

    def lets(lang: str) -> int:
        body = function(f"package main\n\nfunc main() {{ {loop} }}\n", lang=lang).body
        return sum(isinstance(s, c.Let) and s.var.name == "i" for s in statements(body))

    assert lets("go1.22") == 2  # its declaration, and the copy for the next iteration
    assert lets("go1.21") == 1


def test_results() -> None:
    plain = function("package main\nfunc f() (x int) { x = 1; return }\nfunc main() { f() }\n", "main.f")
    assert plain.results == []
    deferred = function("package main\nfunc f() int { defer println(); return 1 }\nfunc main() { f() }\n", "main.f")
    assert [r.boxed for r in deferred.results] == [False]
    recovering = function(
        "package main\nfunc f() (x int) { defer func() { recover(); x++ }(); return 1 }\nfunc main() { f() }\n",
        "main.f",
    )
    assert [r.boxed for r in recovering.results] == [True]
    assert recovering.has_defer
