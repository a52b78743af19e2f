package main

import (
	"fmt"
	"sync"
)

func main() {
	xs := make([]int, 4)
	left, right := xs[:3], xs[2:]
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range left {
			left[i] = 1 // race
		}
	})
	wg.Go(func() {
		for i := range right {
			right[i] = 2 // race
		}
	})
	wg.Wait()
	fmt.Println(len(xs))
}
