// Cure for starvation: runtime.Gosched in the spinning loop lets the other goroutine run, even without preemption.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

func main() {
	runtime.GOMAXPROCS(1)
	var done atomic.Bool
	go func() {
		for i := 0; i < 10; i++ {
			fmt.Println(i)
		}
		done.Store(true)
	}()
	for !done.Load() {
		runtime.Gosched()
	}
}
