// Starvation mode: a newcomer does not even try, and queues behind those who wait.
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
	for _, name := range []string{"a", "b"} {
		wg.Go(func() { mu.Lock(); log += name; mu.Unlock() })
	}
	runtime.Gosched()
	for start := time.Now(); time.Since(start) < 2*time.Millisecond; {
	}
	mu.Unlock()
	mu.Lock()
	runtime.Gosched() // the woken waiter loses, and turns on starvation mode
	wg.Go(func() { mu.Lock(); log += "n"; mu.Unlock() })
	runtime.Gosched()
	log += "m"
	mu.Unlock()
	mu.Lock()
	log += "M"
	mu.Unlock()
	wg.Wait()
	println(log)
}
