// Generic functions: constraints, type sets, inference from arguments, of functions, and in assignments.
package main

import (
	"cmp"
	"fmt"
	"strconv"
)

type Number interface {
	~int | ~int8 | ~float64
}
type MyInt int

func (m MyInt) String() string { return "MyInt(" + strconv.Itoa(int(m)) + ")" }

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}
func Map[S ~[]E, E, R any](s S, f func(E) R) []R {
	r := make([]R, 0, len(s))
	for _, x := range s {
		r = append(r, f(x))
	}
	return r
}
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) (least K) {
	first := true
	for k := range m {
		if first || k < least {
			least, first = k, false
		}
	}
	return least
}

type Setter[T any] interface {
	*T
	Set(string)
}
type text struct{ s string }

func (t *text) Set(s string) { t.s = s }

func Parse[T any, P Setter[T]](ss ...string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		P(&out[i]).Set(s)
	}
	return out
}
func Apply[T any](x T, fs ...func(T) T) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}
func Zero[T any]() (z T)                   { return }
func Pointer[T any](x T) *T                { return &x }
func Equal[T comparable](a, b T) bool      { return a == b }
func Convert[To, From Number](x From) To   { return To(x) }
func Stringify[T fmt.Stringer](x T) string { return x.String() }
func Len[T ~string | ~[]byte](x T) int     { return len(x) + len(x[1:]) }
func Both[A, B any](a A, b B) string       { return fmt.Sprintf("%T and %T", a, b) }
func Recursive[T any](n int, x T) string {
	if n == 0 {
		return fmt.Sprintf("%T", x)
	}
	return Recursive(n-1, x)
}

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum(MyInt(1), 2), Sum[int8](127, 1), Sum[float64]())
	fmt.Println(Map([]int{1, 2}, strconv.Itoa), Map([]MyInt{3}, MyInt.String), Keys(map[string]int{"b": 1, "a": 2}))
	fmt.Println(Parse[text]("a", "b"), Apply(2, func(x int) int { return x * x }, func(x int) int { return -x }))
	fmt.Println(Zero[int](), Zero[*int]() == nil, Zero[[2]string](), *Pointer("p"))
	fmt.Println(Equal(1, 1), Equal[any](1, "1"), Equal(struct{ a int }{1}, struct{ a int }{1}))
	fmt.Println(Convert[int8](300.7), Convert[float64](MyInt(2)), Stringify(MyInt(4)), Len("abc"), Len([]byte("x")))
	fmt.Println(Both(1, 'x'), Both[any](1, nil), Both[string, float64]("", 1), Recursive(3, []string{}))
	sum := Sum[float64]
	var equal func(string, string) bool = Equal
	fmt.Println(sum(1, 2), equal("a", "b"), Map(Map([]int{1}, Pointer), func(p *int) int { return *p }))
	defer func() { fmt.Println(recover()) }()
	Equal[any](func() {}, func() {})
}
