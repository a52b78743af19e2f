// Two writers and readers between them: after a writer come all readers who wait, then the next writer.
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
	for _, name := range []string{"a", "b"} {
		wg.Go(func() { mu.RLock(); log += name; runtime.Gosched(); mu.RUnlock() })
		wg.Go(func() { mu.Lock(); log += "W" + name; runtime.Gosched(); mu.Unlock() })
	}
	runtime.Gosched()
	log += "|"
	mu.Unlock()
	wg.Wait()
	println(log)
}
