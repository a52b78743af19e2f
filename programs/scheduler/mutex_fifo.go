// Mutex hand-over: when nobody barges in, the waiters get the lock in the order of waiting.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var waiting, locked []int
	mu.Lock()
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			waiting = append(waiting, i)
			mu.Lock()
			locked = append(locked, i)
			mu.Unlock()
		}()
	}
	for len(waiting) < 5 {
		runtime.Gosched()
	}
	mu.Unlock()
	wg.Wait()
	fmt.Println("waited:", waiting)
	fmt.Println("locked:", locked)
}
