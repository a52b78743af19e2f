// Embedding, method values, deferred changes of results, wrapped errors, loop variables.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
)

type Point struct{ X, Y int }
type Vec Point
type Grid [2][3]int
type Handler func(string) (int, error)
type Visitor interface{ Visit(n *Node) Visitor }
type Node struct {
	val         int
	left, right *Node
	tags        [2]string
}
type counter struct{ n int }

func (c *counter) Visit(n *Node) Visitor {
	if n == nil {
		return nil
	}
	c.n += n.val
	return c
}
func Walk(v Visitor, n *Node) {
	if v = v.Visit(n); v == nil {
		return
	}
	Walk(v, n.left)
	Walk(v, n.right)
}

type base struct{ id int }

func (b *base) ID() int   { return b.id }
func (b base) Show() string { return fmt.Sprint("base", b.id) }

type mid struct{ *base }
type top struct {
	mid
	name string
}
type ider interface{ ID() int }

func deferOrder() (s string) {
	for i := 0; i < 3; i++ {
		defer func(n int) { s += fmt.Sprint(n, i, ";") }(i * 10)
	}
	return "r:"
}

func nestedPanic() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("outer %v", r)
		}
	}()
	defer func() {
		defer func() { panic(fmt.Sprint("again ", recover())) }()
		panic("second")
	}()
	panic("first")
}

func multiRet() (a, b int, s string) {
	a, b = 1, 2
	defer func() { a *= 10; s += "!" }()
	s = "x"
	return b, a, s + "y"
}

func structRet() (p Point) {
	defer func() { p.X++ }()
	p.Y = 5
	return Point{1, p.Y}
}

type temp float64
type set map[string]struct{}

func (s set) add(k string) set { s[k] = struct{}{}; return s }

type bits uint8

const (
	A bits = 1 << iota
	_
	C
	D = C | A
)
const (
	x0 = iota * 10
	x1
	x2, y2 = iota, "s"
)

func variadicAny(args ...interface{}) string {
	var sb strings.Builder
	for i, a := range args {
		if i > 0 {
			sb.WriteByte(',')
		}
		fmt.Fprintf(&sb, "%T=%v", a, a)
	}
	return sb.String()
}

var errBase = errors.New("base")

type wrap struct {
	error
	code int
}

func (w wrap) Unwrap() error { return w.error }

type shape interface{ area() float64 }
type rect struct{ w, h float64 }
type circ struct{ r float64 }

func (r rect) area() float64  { return r.w * r.h }
func (c *circ) area() float64 { return 3 * c.r * c.r }

func total(ss ...shape) (t float64) {
	for _, s := range ss {
		switch s := s.(type) {
		case rect:
			s.w = 100
			t += s.h
		case *circ:
			s.r++
		}
		t += s.area()
	}
	return
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

type queue[T any] struct {
	mu    sync.Mutex
	items []T
}

func (q *queue[T]) put(v T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, v)
}

func apply[T any, R any](v T, fs ...func(T) R) (out []R) {
	for _, f := range fs {
		out = append(out, f(v))
	}
	return
}

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	p := Point{1, 2}
	v := Vec(p)
	v.X = 9
	fmt.Println(p, v, Point(v) == Point{9, 2})
	var g Grid
	g[1][2] = 5
	h := g
	h[1][2]++
	row := &h[0]
	row[1] = 7
	fmt.Println(g, h, g == h, g[1] == [3]int{0, 0, 5}, len(g), len(g[0]))
	root := &Node{1, &Node{val: 2}, &Node{3, nil, &Node{val: 4}, [2]string{"a"}}, [2]string{}}
	c := &counter{}
	Walk(c, root)
	fmt.Println(c.n, root.right.tags)
	t := top{mid{&base{7}}, "t"}
	fmt.Println(t.ID(), t.Show(), t.id, t.mid.base.id)
	var i ider = t
	t.base.id = 8
	fmt.Println(i.ID(), ider(t.base).ID())
	f := t.Show
	t.id = 9
	fmt.Println(f(), t.Show())
	fmt.Println(deferOrder())
	fmt.Println(nestedPanic())
	fmt.Println(multiRet())
	fmt.Println(structRet())
	s := set{}.add("a").add("b")
	_, ok := s["a"]
	fmt.Println(len(s), ok, A, C, D, x1, x2, y2)
	fmt.Println(variadicAny(1, "a", 2.5, nil, []int{1}, map[string]int{"k": 1}, p, &p == nil, temp(3), 'x', byte(1), [2]bool{true}))
	e := fmt.Errorf("ctx: %w", wrap{errBase, 3})
	var w wrap
	fmt.Println(errors.Is(e, errBase), errors.As(e, &w), w.code, e)
	fmt.Println(total(rect{2, 3}, &circ{1}))
	fb := fib()
	for range 5 {
		fmt.Print(fb(), " ")
	}
	fmt.Println()
	var q queue[Point]
	q.put(p)
	q.put(Point{3, 4})
	q.items[0].X = 77
	fmt.Println(q.items, p)
	fmt.Println(apply(3, func(i int) string { return strings.Repeat("z", i) }, func(i int) string { return fmt.Sprint(i) }))
	words := byLen{"ccc", "a", "bb"}
	sort.Sort(words)
	sort.Slice(words, func(i, j int) bool { return words[i] > words[j] })
	fmt.Println(words)
	// loop variable modified in closures and body
	var fs []func() int
	for i := 0; i < 6; i++ {
		inc := func() { i++ }
		if i%2 == 0 {
			inc()
		}
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	arr := [3]int{}
	m := map[string]int{}
	idx := 0
	for arr[idx], m["k"] = range []int{5, 6, 7} {
		idx = (idx + 1) % 3
	}
	fmt.Println(arr, m)
	ch := make(chan Point, 3)
	ch <- p
	select {
	case q.items[0] = <-ch:
	}
	ch <- Point{8, 8}
	var okk bool
	pts := map[string]Point{}
	select {
	case pts["r"], okk = <-ch:
	default:
	}
	fmt.Println(pts, okk)
	fmt.Println(q.items, m, arr)
}
