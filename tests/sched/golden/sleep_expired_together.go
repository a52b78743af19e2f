// Several sleepers expire while main keeps the processor busy: the latest deadline runs first.
package main

import (
	"runtime"
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for i, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() { time.Sleep(time.Duration(1000-200*i) * time.Microsecond); log += name })
	}
	runtime.Gosched()
	for start := time.Now(); time.Since(start) < 3*time.Millisecond; {
	}
	log += "|"
	wg.Wait()
	println(log)
}
