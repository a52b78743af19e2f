package main

import "time"

func main() {
	xs := make([]int, 3)
	go func() { xs[0] = 3 }()
	time.Sleep(10 * time.Millisecond)
	copy(xs, []int{1, 2})
}
