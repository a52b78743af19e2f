// Work stealing: all work starts on one processor's queue, and the idle processors help themselves to it.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func work(n int) (sum int) {
	for i := range 2000 {
		sum += i % (n + 1)
	}
	return sum
}

func main() {
	runtime.GOMAXPROCS(4)
	results := make([]int, 16)
	var wg sync.WaitGroup
	for i := range results {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = work(i)
		}()
	}
	wg.Wait()
	fmt.Println(results)
}
