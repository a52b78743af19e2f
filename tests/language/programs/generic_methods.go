// Methods may have type parameters of their own; no interface has such methods.
package main

import "fmt"

type List[E any] []E

func (l List[E]) Map[F any](f func(E) F) List[F] {
	var out List[F]
	for _, e := range l {
		out = append(out, f(e))
	}
	return out
}
func (l List[E]) Fold[A any](a A, f func(A, E) A) A {
	for _, e := range l {
		a = f(a, e)
	}
	return a
}

type counter struct{ n int }

func (c *counter) Count[T comparable](x T, xs ...T) *counter {
	for _, y := range xs {
		if x == y {
			c.n++
		}
	}
	return c
}
func (c counter) Show[A, B any](a A, b B) string {
	c.n *= 10
	return fmt.Sprintf("%T %T %d", a, b, c.n)
}
func (c counter) rec[T any](x T) { fmt.Println(recover(), x) }

type outer struct {
	*counter
	shower
}
type shower interface{ Any() }

func pair() (int, []string)       { return 1, nil }
func inGeneric[T any](x T) string { return outer{counter: &counter{3}}.Show(x, []T{x}) }

func main() {
	strings := List[int]{1, 2}.Map(func(i int) string { return fmt.Sprint(i, "!") })
	fmt.Printf("%T %v %d\n", strings, strings, strings.Fold(0, func(n int, s string) int { return n + len(s) }))
	c := &counter{}
	fmt.Println(c.Count(1, 1, 2, 1).Count("a", "b").Count[any](1, 1, "1").n)
	o := outer{counter: c}
	o.Count('x', 'x')
	fmt.Println(c.Show(pair()), o.Show[any, error](1, nil), c.n, inGeneric(1), inGeneric("s"))
	value, expression, promoted := c.Show[bool, int8], (*counter).Show[int, rune], outer.Count[string]
	c.n = 100
	promoted(o, "a", "a", "a")
	fmt.Println(value(true, 1), expression(c, 1, 'x'), c.n)
	_, ok := any(c).(interface{ Show(int, int) string })
	fmt.Println(ok)
	defer c.rec[string]("recovered")
	panic("a panic")
}
