package main

import "fmt"

type R interface{ Rec() }
type T struct{ n int }

func (t T) Rec() { fmt.Println("T", t.n, recover()) }

type U struct{}

func (U) Rec() { fmt.Println("U helper"); help() }

func help() { fmt.Println("help", recover()) }

type W struct{ R }
type WP struct{ *W }
type G[X R] struct{ x X }

func (g G[X]) Rec() { g.x.Rec() }

func gen[X R](x X) {
	defer x.Rec()
	panic("gen")
}

func genExpr[X R](x X) {
	f := X.Rec
	defer f(x)
	panic("genExpr")
}

func try(f func()) {
	defer func() { fmt.Println("outer", recover()) }()
	f()
}

func main() {
	try(func() { f := R.Rec; defer f(T{1}); panic(1) })
	try(func() { f := R.Rec; defer f(U{}); panic(2) })
	try(func() { f := R.Rec; defer f(W{T{3}}); panic(3) })
	try(func() { defer W{T{4}}.Rec(); panic(4) })
	try(func() { defer W{U{}}.Rec(); panic(5) })
	try(func() { defer WP{&W{T{6}}}.Rec(); panic(6) })
	try(func() { var r R = WP{&W{T{7}}}; defer r.Rec(); panic(7) })
	try(func() { var r R = &W{U{}}; defer r.Rec(); panic(8) })
	try(func() { defer G[T]{T{9}}.Rec(); panic(9) })
	try(func() { gen(T{10}) })
	try(func() { gen[R](T{11}) })
	try(func() { gen(W{T{12}}) })
	try(func() { genExpr(T{13}) })
	try(func() { genExpr[R](T{14}) })
	try(func() { genExpr(&T{15}) })
	try(func() { f := W.Rec; defer f(W{T{16}}); panic(16) })
	try(func() { f := (*W).Rec; defer f(&W{T{17}}); panic(17) })
	try(func() { f := W{T{18}}.Rec; defer f(); panic(18) })
	try(func() { var w W; defer w.Rec(); panic(19) })
	try(func() { var r R; defer r.Rec(); panic(20) })
	try(func() { var p *T; defer p.Rec(); panic(21) })
	try(func() { var p *W; f := p.Rec; defer f(); panic(22) })
	try(func() { var f func(); defer f(); panic(23) })
	try(func() { var f func(); defer f(); fmt.Println("before") })
	try(func() {
		defer func() { fmt.Println("a", recover()) }()
		defer func() { defer func() { fmt.Println("b", recover()) }(); var m map[int]int; m[1] = 1 }()
		panic(24)
	})
}
