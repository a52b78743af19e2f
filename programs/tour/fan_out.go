// Fan-out: one sender feeds many receivers, and every value reaches exactly one of them.
package main

import (
	"fmt"
	"sync"
)

func main() {
	const receivers, values = 4, 100
	ch := make(chan int)
	sums := make([]int, receivers)
	counts := make([]int, receivers)

	var wg sync.WaitGroup
	for r := range receivers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range ch {
				sums[r] += v // no lock: each goroutine owns its element
				counts[r]++
			}
		}()
	}
	for v := 1; v <= values; v++ {
		ch <- v
	}
	close(ch)
	wg.Wait()

	sum, count := 0, 0
	for r := range receivers {
		sum += sums[r]
		count += counts[r]
	}
	fmt.Println("values:", count, "sum:", sum)
}
