// 200 goroutines that yield stand in the global queue, and come back in batches of at most 128.
package main

import (
	"runtime"
	"sync"
)

func main() {
	align()
	var order []int
	var wg sync.WaitGroup
	for i := range 200 {
		wg.Go(func() {
			runtime.Gosched()
			order = append(order, i)
			if i%50 == 0 {
				wg.Go(func() { order = append(order, 1000+i) })
			}
		})
	}
	wg.Wait()
	for i := 1; i < len(order); i++ {
		if order[i] != order[i-1]+1 {
			println(order[i-1], "then", order[i])
		}
	}
}

// align takes the processor through so many rounds that the global queue has its next turn 61 rounds from a fixed place,
// whatever the start of the program left behind.
func align() {
	ran := 0
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() { ran++ })
	}
	runtime.Gosched() // comes back when the global queue has its turn
	for range 22 + ran {
		wg.Go(func() {})
	}
	wg.Wait()
}
