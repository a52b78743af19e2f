package main

import (
	"fmt"
	"sync"
)

func main() {
	xs := make([]int, 4)
	left, right := xs[:2], xs[2:]
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range left {
			left[i] = 1
		}
	})
	wg.Go(func() {
		for i := range right {
			right[i] = 2
		}
	})
	wg.Wait()
	fmt.Println(len(xs))
}
