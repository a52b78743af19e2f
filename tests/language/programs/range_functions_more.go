// Ranging over iterators: iter.Seq, iter.Pull, and every way out of the body.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("(done) ")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
func filter[T any](s iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for x := range s {
			if keep(x) && !yield(x) {
				return
			}
		}
	}
}
func find(n int) (found int) {
	defer func() { found += 100 }()
	for i := range count(5) {
		defer fmt.Print("deferred ", i, " ")
		if i == n {
			return i
		}
	}
	return -1
}

func main() {
	fmt.Println(find(1), find(9))
outer:
	for i := range count(3) {
		for j := range filter(count(5), func(n int) bool { return n%2 == 0 }) {
			switch {
			case j == 2 && i == 0:
				continue outer
			case i == 1:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	for i := range count(3) {
		if i == 1 {
			goto end
		}
	}
end:
	fmt.Println()
	next, stop := iter.Pull(count(2))
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	for i, s := range slices.All([]string{"a", "b"}) {
		fmt.Print(i, s, " ")
	}
	fmt.Println(slices.Sorted(maps.Keys(map[string]int{"y": 1, "x": 2})), slices.Collect(filter(count(4), func(n int) bool { return n > 1 })))
	var fs []func() int
	for i := range count(2) {
		fs = append(fs, func() int { i += 10; return i })
	}
	fmt.Println(fs[0](), fs[0](), fs[1]())
	var x int
	var s string
	for x, s = range slices.All([]string{"p", "q"}) {
	}
	for range count(1) {
		fmt.Println(x, s)
	}
	defer func() { fmt.Println("recovered", recover()) }()
	for range count(3) {
		panic("in the body")
	}
}
