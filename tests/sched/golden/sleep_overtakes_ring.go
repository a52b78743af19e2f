// A sleeper whose time has come overtakes the goroutines in the ring.
package main

import (
	"runtime"
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	wg.Go(func() { time.Sleep(time.Millisecond); log += "s" })
	runtime.Gosched()
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() { log += name })
	}
	for start := time.Now(); time.Since(start) < 2*time.Millisecond; {
	}
	wg.Wait()
	println(log)
}
