// Signal wakes one of those that wait for the same thing.
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
	open := false
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for !open {
				cond.Wait()
			}
			mu.Unlock()
		}()
	}
	time.Sleep(time.Millisecond)
	mu.Lock()
	open = true
	cond.Signal()
	mu.Unlock()
	wg.Wait()
	fmt.Println(open)
}
