// Waiting for a flag by yielding: how often main comes by while a worker yields as well.
package main

import (
	"runtime"
	"sync/atomic"
)

func main() {
	var ready atomic.Bool
	go func() {
		for range 10 {
			runtime.Gosched()
		}
		ready.Store(true)
	}()
	rounds := 0
	for !ready.Load() {
		rounds++
		runtime.Gosched()
	}
	println(rounds)
}
