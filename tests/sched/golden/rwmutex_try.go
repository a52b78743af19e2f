// TryRLock fails while a writer waits, TryLock while anybody reads.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	log := ""
	var mu sync.RWMutex
	var wg sync.WaitGroup
	mu.RLock()
	log += fmt.Sprint(mu.TryLock(), mu.TryRLock(), " ")
	mu.RUnlock()
	wg.Go(func() { mu.Lock(); log += "W "; mu.Unlock() })
	runtime.Gosched()
	log += fmt.Sprint(mu.TryLock(), mu.TryRLock(), " ")
	mu.RUnlock()
	log += fmt.Sprint(mu.TryLock(), mu.TryRLock(), " ")
	wg.Wait()
	log += fmt.Sprint(mu.TryLock(), mu.TryRLock())
	println(log)
}
