// Preemption: a loop without any call is interrupted after its time slice, so the other goroutine can set the flag.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

func main() {
	runtime.GOMAXPROCS(1)
	var flag atomic.Bool
	go func() { flag.Store(true) }()
	spins := 0
	for !flag.Load() {
		spins++
	}
	fmt.Println("the flag is set, spun at all:", spins > 0)
}
