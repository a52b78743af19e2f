// Two loops that wait for the same flag, and the goroutine that sets it behind them.
package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	log := ""
	var flag atomic.Bool
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		wg.Go(func() {
			log += name
			for !flag.Load() {
			}
			log += "-" + name
		})
	}
	wg.Go(func() { runtime.Gosched(); log += "!"; flag.Store(true) })
	wg.Wait()
	println(log)
}
