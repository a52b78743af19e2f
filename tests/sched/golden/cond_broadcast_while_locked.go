// Those who are woken by a Broadcast under the lock queue for the mutex.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() { mu.Lock(); cond.Wait(); log += name; runtime.Gosched(); mu.Unlock() })
	}
	runtime.Gosched()
	mu.Lock()
	cond.Broadcast()
	runtime.Gosched()
	log += "|"
	mu.Unlock()
	wg.Wait()
	println(log)
}
