// Signal wakes those who wait on a Cond one by one in the order of waiting.
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
	for range 4 {
		cond.Signal()
		log += "."
		runtime.Gosched()
	}
	wg.Wait()
	println(log)
}
