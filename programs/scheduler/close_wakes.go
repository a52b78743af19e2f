// Close wakes all receivers: the first waiter runs first, then the others in reverse order of waiting.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	gate := make(chan struct{})
	var waiting, woken []int
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			waiting = append(waiting, i)
			<-gate
			woken = append(woken, i)
		}()
	}
	for len(waiting) < 6 {
		runtime.Gosched()
	}
	close(gate)
	wg.Wait()
	fmt.Println("waited:", waiting)
	fmt.Println("woken: ", woken)
}
