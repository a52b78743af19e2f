// Generic functions and types: constraints, methods, inference, local types, embedded instances.
package main

import "fmt"

type Number interface{ ~int | ~float64 }

func Sum[T Number](xs ...T) T {
	var s T
	for _, x := range xs {
		s += x
	}
	return s
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (T, bool) {
	var zero T
	if len(s.items) == 0 {
		return zero, false
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}
func (s Stack[T]) Len() int { return len(s.items) }

type List[T any] struct {
	head *node[T]
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) { l.head = &node[T]{v, l.head} }
func (l *List[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.v) {
				return
			}
			i++
		}
	}
}

func Map[A, B any](xs []A, f func(A) B) []B {
	out := make([]B, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

type Stringer interface{ String() string }
type ID int

func (i ID) String() string { return fmt.Sprintf("ID(%d)", int(i)) }

type P struct{ x, y int }

func (p P) String() string   { return fmt.Sprintf("P(%d,%d)", p.x, p.y) }
func (p *P) Move(dx int)     { p.x += dx }
func Show[T Stringer](x T) string { return x.String() + "!" }

type Mover[T any] interface {
	*T
	Move(int)
}

func MoveAll[T any, PT Mover[T]](xs []T) {
	for i := range xs {
		PT(&xs[i]).Move(10)
	}
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) Swap() Pair[string, K] { return Pair[string, K]{fmt.Sprint(p.Val), p.Key} }

func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice"
	}
	return fmt.Sprintf("%T", x)
}

type Tree[T any] struct {
	left, right *Tree[T]
	val         T
	cmp         func(a, b T) int
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{val: v}
	}
	return t
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T)           { s[v] = struct{}{} }
func (s Set[T]) Has(v T) bool      { _, ok := s[v]; return ok }
func NewSet[T comparable](vs ...T) Set[T] {
	s := make(Set[T])
	for _, v := range vs {
		s.Add(v)
	}
	return s
}

func local[T any](v T) any {
	type box struct{ v T }
	return box{v}
}

func conv[T ~int | ~int8 | ~uint8](x int) T { return T(x) }

func Ptr[T any](v T) *T { return &v }

type Num[T Number] struct{ v T }

func (n Num[T]) Add(m Num[T]) Num[T] { return Num[T]{n.v + m.v} }

type Embed[T any] struct {
	Stack[T]
	name string
}

func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

func chans[T any](xs ...T) <-chan T {
	c := make(chan T, len(xs))
	go func() {
		defer close(c)
		for _, x := range xs {
			c <- x
		}
	}()
	return c
}

type MyInt int

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](1, 2))
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	fmt.Println(s.Len())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	var l List[int]
	l.Add(1)
	l.Add(2)
	l.Add(3)
	for i, v := range l.All() {
		fmt.Println(i, v)
		if i == 1 {
			break
		}
	}
	fmt.Println(Map([]int{1, 2}, func(i int) string { return fmt.Sprint(i * 2) }))
	fmt.Println(Show(ID(3)), Show(P{1, 2}), Show(&P{3, 4}))
	ps := []P{{1, 1}, {2, 2}}
	MoveAll(ps)
	fmt.Println(ps)
	fmt.Println(Pair[string, int]{"k", 1}.Swap())
	fmt.Println(kind(1), kind("a"), kind(1.5), kind([]int{}))
	var t *Tree[int]
	t = t.Insert(5)
	fmt.Println(t.Insert(6).val)
	st := NewSet(1, 2, 3)
	fmt.Println(st.Has(2), st.Has(5), len(st))
	fmt.Printf("%v %v\n", local(1), local("x"))
	fmt.Println(local(1) == local(1), local(1) == local("x"))
	fmt.Println(conv[int8](300), conv[uint8](-1))
	*Ptr(3)++
	fmt.Println(*Ptr("q"))
	fmt.Println(Num[int]{1}.Add(Num[int]{2}))
	e := Embed[int]{name: "e"}
	e.Push(7)
	fmt.Println(e.Len(), e)
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, x int) string { return a + fmt.Sprint(x) }))
	for v := range chans(1, 2, 3) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	f := Sum[int]
	fmt.Println(f(4, 5))
	var str Stringer = ID(9)
	fmt.Println(Show(str))
	fmt.Printf("%T %T\n", s, Pair[string, ID]{})
	push := e.Push
	push(8)
	pop := (*Stack[int]).Pop
	fmt.Println(pop(&e.Stack))
}
