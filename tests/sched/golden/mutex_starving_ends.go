// The last waiter turns starvation mode off again: afterwards a newcomer may overtake.
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
	wg.Go(func() { mu.Lock(); log += "a"; mu.Unlock() })
	runtime.Gosched()
	for start := time.Now(); time.Since(start) < 2*time.Millisecond; {
	}
	mu.Unlock()
	mu.Lock()
	runtime.Gosched()
	mu.Unlock() // handed over
	mu.Lock()
	wg.Go(func() { mu.Lock(); log += "b"; mu.Unlock() })
	runtime.Gosched()
	mu.Unlock()
	mu.Lock()
	log += "m"
	mu.Unlock()
	wg.Wait()
	println(log)
}
