// Ordered printing: each goroutine spins on an atomic counter until it is its turn.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	var turn atomic.Int32
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for turn.Load() != int32(i) {
				runtime.Gosched() // let the others get on while we wait
			}
			fmt.Println("goroutine", i)
			turn.Add(1)
		}()
	}
	wg.Wait()
}
