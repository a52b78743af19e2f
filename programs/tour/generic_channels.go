// Generics: Map, Filter and Collect work on channels of any type.
package main

import "fmt"

func From[T any](values ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, v := range values {
			out <- v
		}
	}()
	return out
}

func Map[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func Filter[T any](in <-chan T, keep func(T) bool) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for v := range in {
			if keep(v) {
				out <- v
			}
		}
	}()
	return out
}

func Collect[T any](in <-chan T) (all []T) {
	for v := range in {
		all = append(all, v)
	}
	return all
}

func main() {
	odd := Filter(From(1, 2, 3, 4, 5), func(n int) bool { return n%2 == 1 })
	fmt.Println(Collect(Map(odd, func(n int) string { return fmt.Sprint("#", n) })))
	lengths := Map(From("go", "chan", "select"), func(s string) int { return len(s) })
	fmt.Println(Collect(lengths))
}
