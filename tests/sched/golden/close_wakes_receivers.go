// close wakes the first waiter first, then the others in reverse order of waiting.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	gate := make(chan bool)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		wg.Go(func() { log += name; <-gate; log += "-" + name })
	}
	runtime.Gosched()
	close(gate)
	wg.Wait()
	println(log)
}
