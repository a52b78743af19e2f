// A goroutine that is preempted queues globally: everybody in the ring runs before it.
package main

import "sync/atomic"

func main() {
	log := ""
	var flag atomic.Bool
	for _, name := range []string{"a", "b", "c"} {
		go func() { log += name; flag.Store(true) }()
	}
	for !flag.Load() {
	}
	log += "|"
	println(log)
}
