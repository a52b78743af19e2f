// Generic types: methods, recursion, embedding, aliases, local types, and what they are called.
package main

import "fmt"

type Pair[A, B any] struct {
	First  A
	Second B
}

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.Second, p.First} }

type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	value T
	next  *node[T]
}

func (l *List[T]) Push(x T) *List[T] {
	l.head = &node[T]{x, l.head}
	l.size++
	return l
}
func (l *List[_]) Len() int { return l.size }
func (l *List[T]) All(yield func(int, T) bool) {
	i := 0
	for n := l.head; n != nil && yield(i, n.value); n = n.next {
		i++
	}
}

type Ordered[T any] interface{ Less(T) bool }
type Tree[T Ordered[T]] struct {
	left, right *Tree[T]
	value       T
}

func (t *Tree[T]) Insert(x T) *Tree[T] {
	if t == nil {
		return &Tree[T]{value: x}
	}
	if x.Less(t.value) {
		t.left = t.left.Insert(x)
	} else {
		t.right = t.right.Insert(x)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t != nil {
		t.left.Walk(f)
		f(t.value)
		t.right.Walk(f)
	}
}

type number int

func (a number) Less(b number) bool { return a < b }

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(xs ...T) Set[T] {
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}

type Named[T any] struct {
	*List[T]
	Name string
}
type Same[T any] = Pair[T, T]
type Vector[T any] []T
type Matrix[T any] []Vector[T]
type Func[A, R any] func(A) R

func (f Func[A, R]) Call(a A) R { return f(a) }

type Option[T any] interface {
	Get() (T, bool)
}
type Some[T any] struct{ x T }

func (s Some[T]) Get() (T, bool) { return s.x, true }

type Number interface{ ~int | ~float64 }
type Stats[T Number] struct{ sum T }

func (s *Stats[T]) Add(x T) { s.sum += x }

func main() {
	p := Pair[int, string]{1, "x"}
	fmt.Printf("%v %T %+v\n", p, p.Swap(), Same[bool]{true, false})
	l := (&List[string]{}).Push("a").Push("b")
	for i, s := range l.All {
		fmt.Print(i, s, " ")
	}
	n := Named[string]{l, "named"}
	n.Push("c")
	fmt.Println(l.Len(), n.Len(), n.head.value)
	var t *Tree[number]
	for _, x := range []number{3, 1, 2} {
		t = t.Insert(x)
	}
	t.Walk(func(x number) { fmt.Print(x, " ") })
	fmt.Println(len(Set[int]{}.Add(1, 2, 1)), Matrix[int]{{1}, {2, 3}}, Func[int, string](func(i int) string {
		return fmt.Sprint(i)
	}).Call(7))
	var o Option[int] = Some[int]{5}
	fmt.Println(o.Get())
	_, ok := any(Some[int]{}).(Option[string])
	_, same := any(Pair[int, int]{}).(Same[int])
	fmt.Println(ok, same, any(Vector[int]{}) == nil)
	type local[T any] struct{ x T }
	type inner struct{ a int }
	s := Stats[float64]{}
	s.Add(1.5)
	fmt.Printf("%T %T %T %T %v\n", local[inner]{}, l, t, Matrix[Pair[int, []string]]{}, s)
}
