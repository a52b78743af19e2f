// One function for each list of type arguments.
package main

type Box[T any] struct{ v T }

func (b *Box[T]) Get() T { return b.v }

func Map[A, B any](xs []A, f func(A) B) []B {
	var out []B
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

type Num interface{ ~int | ~float64 }

func Sum[T Num](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s + 1
}

func Show[T interface{ String() string }](x T) string { return x.String() }

type ID int

func (ID) String() string { return "id" }

func main() {
	b := &Box[string]{"x"}
	println(b.Get(), Sum(1, 2), Sum(1.5), Show(ID(1)))
	Map([]int{1}, func(i int) Box[int] { return Box[int]{i} })
}
