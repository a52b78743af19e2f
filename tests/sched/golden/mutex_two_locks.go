// Two mutexes taken in turn by three goroutines.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var a, b sync.Mutex
	var wg sync.WaitGroup
	for _, name := range []string{"x", "y", "z"} {
		wg.Go(func() {
			a.Lock()
			log += name + "a "
			runtime.Gosched()
			b.Lock()
			a.Unlock()
			log += name + "b "
			runtime.Gosched()
			b.Unlock()
		})
	}
	wg.Wait()
	println(log)
}
