// A goroutine yields while it holds the mutex: everybody else runs into it and queues.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() {
			for range 2 {
				mu.Lock()
				log += "(" + name
				runtime.Gosched()
				log += ")"
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	println(log)
}
