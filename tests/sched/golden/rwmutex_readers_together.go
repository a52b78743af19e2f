// Readers enter together; the writer waits for all of them.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.RWMutex
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() {
			mu.RLock()
			log += "+" + name
			runtime.Gosched()
			log += "-" + name
			mu.RUnlock()
		})
	}
	runtime.Gosched()
	mu.Lock()
	log += "W"
	mu.Unlock()
	wg.Wait()
	println(log)
}
