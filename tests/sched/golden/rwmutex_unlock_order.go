// Unlock wakes the waiting readers in order: the last one runs first.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.RWMutex
	var wg sync.WaitGroup
	mu.Lock()
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		wg.Go(func() { mu.RLock(); log += name; mu.RUnlock() })
	}
	runtime.Gosched()
	mu.Unlock()
	log += "|"
	wg.Wait()
	println(log)
}
