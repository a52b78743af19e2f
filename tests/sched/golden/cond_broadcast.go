// Broadcast wakes everybody in order of waiting: the last one runs first.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() { mu.Lock(); cond.Wait(); log += name; mu.Unlock() })
	}
	runtime.Gosched()
	cond.Broadcast()
	wg.Wait()
	println(log)
}
