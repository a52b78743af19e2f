// Goroutines count without a lock.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var hits atomic.Int64
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 5 {
				hits.Add(1)
			}
		}()
	}
	wg.Wait()
	fmt.Println(hits.Load() > 0)
}
