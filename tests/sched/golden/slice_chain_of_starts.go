// Goroutines that start each other inherit the slice too: the chain is preempted, and main gets its turn.
package main

import (
	"runtime"
	"time"
)

var stop bool
var links int

func link() {
	links++
	for start := time.Now(); time.Since(start) < 100*time.Microsecond; {
	}
	if !stop {
		go link()
	}
}

func main() {
	go link()
	runtime.Gosched()
	stop = true
	println(links > 1, links < 1000)
}
