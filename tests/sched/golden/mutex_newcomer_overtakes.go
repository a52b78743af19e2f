// Normal mode: who unlocks and locks again at once takes the mutex from the waiter that was woken.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	wg.Go(func() { mu.Lock(); log += "waiter "; mu.Unlock() })
	runtime.Gosched()
	for range 3 {
		mu.Unlock()
		mu.Lock()
		log += "main "
	}
	mu.Unlock()
	wg.Wait()
	println(log)
}
