// Goroutines count without a lock.
//
// Report: data race
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var hits int64
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 5 {
				hits++
			}
		}()
	}
	wg.Wait()
	fmt.Println(atomic.LoadInt64(&hits) > 0)
}
