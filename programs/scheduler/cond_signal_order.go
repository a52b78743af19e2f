// Cond.Signal wakes one waiter at a time, the one that waited longest.
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
	for i := range 4 {
		go func() {
			mu.Lock()
			defer mu.Unlock()
			waiting = append(waiting, i)
			cond.Wait()
			woken = append(woken, i)
		}()
	}
	for len(waiting) < 4 {
		runtime.Gosched()
	}
	for n := 1; n <= 4; n++ {
		cond.Signal()
		for len(woken) < n {
			runtime.Gosched()
		}
	}
	fmt.Println("waited:", waiting)
	fmt.Println("woken: ", woken)
}
