// When the loop is preempted, the sleeper whose time has come runs before those who waited in the ring.
package main

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	log := ""
	var flag atomic.Bool
	var wg sync.WaitGroup
	wg.Go(func() { time.Sleep(2 * time.Millisecond); log += "s" })
	runtime.Gosched()
	wg.Go(func() { log += "a" })
	wg.Go(func() { log += "b"; flag.Store(true) })
	for !flag.Load() {
	}
	log += "|"
	wg.Wait()
	println(log)
}
