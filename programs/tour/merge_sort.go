// Merge sort: each half is sorted in a goroutine of its own, down to small pieces.
package main

import "fmt"

func mergeSort(xs []int) []int {
	if len(xs) <= 1 {
		return xs
	}
	mid := len(xs) / 2
	left := make(chan []int)
	go func() { left <- mergeSort(xs[:mid]) }()
	right := mergeSort(xs[mid:])
	return merge(<-left, right)
}

func merge(a, b []int) []int {
	out := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

func main() {
	xs := []int{38, 27, 43, 3, 9, 82, 10, -5, 0, 27, 1}
	fmt.Println(mergeSort(xs))
	fmt.Println("unchanged:", xs)
}
