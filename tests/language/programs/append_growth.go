// How far append grows a slice on the heap, for elements of several sizes.
package main

import "fmt"

// Keeps what is appended to on the heap.
var sink any

func grow[T any](n int) {
	var s []T
	var zero T
	last := -1
	for range n {
		s = append(s, zero)
		sink = s
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
}

func main() {
	grow[int](5000)
	grow[byte](5000)
	grow[string](2000)
	grow[int32](2000)
	grow[[3]byte](600)
	grow[struct {
		a, b, c int32
		d       byte
	}](600)
	grow[[100]int](40)
	grow[*int](3000)
	grow[any](1000)
	s := append([]int{1, 2, 3}, 4, 5, 6, 7)
	t := append([]byte("x"), make([]byte, 33)...)
	u := append([]int(nil), make([]int, 5)...)
	sink = [3]any{s, t, u}
	fmt.Println(cap(s), cap(t), cap(u))
}
