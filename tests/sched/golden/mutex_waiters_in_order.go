// Waiters of a mutex are woken one after another in the order in which they came.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() { mu.Lock(); log += name; mu.Unlock() })
	}
	runtime.Gosched()
	mu.Unlock()
	log += "|"
	wg.Wait()
	println(log)
}
