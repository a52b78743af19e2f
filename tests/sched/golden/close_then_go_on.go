// The goroutine that closes goes on; one that it starts afterwards overtakes all those it has woken.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	gate := make(chan bool)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() { <-gate; log += name })
	}
	runtime.Gosched()
	close(gate)
	wg.Go(func() { log += "n" })
	log += "m"
	wg.Wait()
	println(log)
}
