// A writer that waits keeps new readers out; when it is done they all enter.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.RWMutex
	var wg sync.WaitGroup
	mu.RLock()
	wg.Go(func() { mu.Lock(); log += "W"; runtime.Gosched(); log += "w"; mu.Unlock() })
	runtime.Gosched()
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() { mu.RLock(); log += name; mu.RUnlock() })
	}
	runtime.Gosched()
	log += "|"
	mu.RUnlock()
	wg.Wait()
	println(log)
}
