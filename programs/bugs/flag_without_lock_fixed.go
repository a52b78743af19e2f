// One goroutine sets a flag that the other one polls.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

func main() {
	var stop atomic.Bool
	finished := make(chan int)
	go func() {
		n := 0
		for !stop.Load() {
			n++
			time.Sleep(time.Microsecond)
		}
		finished <- n
	}()
	time.Sleep(10 * time.Microsecond)
	stop.Store(true)
	fmt.Println(<-finished > 0)
	var _ atomic.Bool
}
