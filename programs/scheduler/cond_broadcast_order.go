// Cond.Broadcast readies the waiters in order of waiting, and on one processor the last one runs first.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	var waiting, woken []int
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			waiting = append(waiting, i)
			cond.Wait()
			woken = append(woken, i)
			mu.Unlock()
		}()
	}
	for len(waiting) < 5 {
		runtime.Gosched()
	}
	mu.Lock()
	cond.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println("waited:", waiting)
	fmt.Println("woken: ", woken)
}
