// Wait is called without a look at the condition: the signal may have come before.
//
// Report: deadlock: missing signal
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	go func() {
		mu.Lock()
		ready = true
		cond.Signal()
		mu.Unlock()
	}()
	time.Sleep(time.Millisecond)
	mu.Lock()

	cond.Wait()

	mu.Unlock()
	fmt.Println(ready)
}
