// Starvation mode: after a waiter has waited for over a millisecond, Unlock hands the mutex to it and yields.
package main

import (
	"runtime"
	"sync"
	"time"
)

func main() {
	log := ""
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() { mu.Lock(); log += name; mu.Unlock(); log += "." })
	}
	runtime.Gosched()
	for start := time.Now(); time.Since(start) < 2*time.Millisecond; {
	}
	mu.Unlock()
	mu.Lock()
	log += "1"
	runtime.Gosched()
	mu.Unlock()
	log += "2"
	mu.Lock()
	log += "3"
	mu.Unlock()
	wg.Wait()
	println(log)
}
