"""Functions are called what real Go's stack traces call them."""

from __future__ import annotations

from minigo.core.nodes import Program
from tests.core.lowering import lower

SOURCE = """package main

type T struct{ x int }

func (t T) M()  { func() { func() {}() }() }
func (t *T) P() { go func() {}() }

type Box[V any] struct{ v V }

func (b *Box[V]) Get() V { func() {}(); return b.v }
func (b Box[V]) Val() V  { return b.v }
func gen[V any](v V)     { func() { func() {}() }() }

var g = func() int { func() {}(); return 1 }()
var h = func() int { return 2 }()

func init() { func() {}() }
func init() {}

func seq(yield func(int) bool) { yield(1) }

func main() {
	T{}.M()
	(&T{}).P()
	b := Box[int]{}
	b.Get()
	b.Val()
	gen("x")
	func() { func() { func() {}() }(); func() {}() }()
	defer func() {}()
	for range seq {
		func() {}()
		for range seq {
			func() {}()
		}
	}
	for range seq {
	}
	func() { for range seq { } }()
	f := T.M
	f(T{})
	var i interface{ M() } = &T{}
	i.M()
}
"""

EXPECTED = """
main.T.M main.T.M.func1 main.T.M.func1.1 main.(*T).P main.(*T).P.func1
main.(*Box[...]).Get main.(*Box[...]).Get.func1 main.Box[...].Val
main.gen[...] main.gen[...].func1 main.gen[...].func1.1
main.init main.init.func1 main.init.func1.1 main.init.func2 main.init.0 main.init.0.func1 main.init.1
main.seq main.main main.main.func1 main.main.func1.1 main.main.func1.1.1 main.main.func1.2 main.main.func2
main.main-range1 main.main-range1.1 main.main-range1-range1 main.main-range1-range1.1 main.main-range2
main.main.func3 main.main.func3-range1
"""


def names(program: Program) -> list[str]:
    return [f.name for f in program.functions.values() if f.symbol.startswith("main.") and not f.hidden]


def test_names() -> None:
    assert sorted(names(lower(SOURCE))) == sorted(EXPECTED.split())


def test_symbols_are_unique_where_names_are_not() -> None:
    program = lower(
        """package main

func f[T any](v T) {}

func a() { type L int; f(L(1)) }
func b() { type L int; f(L(1)) }

func main() { f(1); f("x"); a(); b() }
"""
    )
    instances = [f.symbol for f in program.functions.values() if f.name == "main.f[...]"]
    assert sorted(instances) == ["main.f[int]", "main.f[main.L]", "main.f[main.L]'", "main.f[string]"]


def test_wrappers_are_hidden() -> None:
    program = lower(
        """package main

type T struct{ x int }

func (t T) M() { t.x++ }

type E struct{ *T }

func main() {
	var i interface{ M() } = E{&T{}}
	f := i.M
	defer println(f != nil)
	go close(make(chan int))
}
"""
    )
    table = program.methods(next(f for f in program.functions.values() if f.symbol == "main.main").body[1].value.type)  # type: ignore[attr-defined]
    assert table["M"].hidden
    hidden = [f.symbol for f in program.functions.values() if f.hidden]
    assert hidden == ["init", "main.main.wrap.println", "main.main.wrap.close", "main.E.M-wrapper"]
