// A waiter that was woken and lost the mutex again queues in front of the others.
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
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() { mu.Lock(); log += name; mu.Unlock() })
	}
	runtime.Gosched()
	mu.Unlock()
	mu.Lock()
	runtime.Gosched()
	log += "|"
	mu.Unlock()
	wg.Wait()
	println(log)
}
