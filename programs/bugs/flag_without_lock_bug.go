// One goroutine sets a flag that the other one polls.
//
// Report: data race
package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

func main() {
	var stop bool
	finished := make(chan int)
	go func() {
		n := 0
		for !stop {
			n++
			time.Sleep(time.Microsecond)
		}
		finished <- n
	}()
	time.Sleep(10 * time.Microsecond)
	stop = true
	fmt.Println(<-finished > 0)
	var _ atomic.Bool
}
