// WaitGroup wake order: the last Done readies all waiters; the one that waited longest does not run first.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var gate, done sync.WaitGroup
	gate.Add(1)
	var waiting, woken []int
	for i := range 5 {
		done.Add(1)
		go func() {
			defer done.Done()
			waiting = append(waiting, i)
			gate.Wait()
			woken = append(woken, i)
		}()
	}
	for len(waiting) < 5 {
		runtime.Gosched()
	}
	gate.Done()
	done.Wait()
	fmt.Println("waited:", waiting)
	fmt.Println("woken: ", woken)
}
