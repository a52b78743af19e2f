// TryLock neither waits nor overtakes while somebody holds the mutex.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() {
			for !mu.TryLock() {
				log += "-" + name
				runtime.Gosched()
			}
			log += "+" + name
			runtime.Gosched()
			mu.Unlock()
		})
	}
	wg.Wait()
	println(log)
}
