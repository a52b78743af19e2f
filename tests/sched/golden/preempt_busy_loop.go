// A loop that waits for a flag is preempted after 10 ms, and the goroutine that sets it runs.
package main

import "sync/atomic"

func main() {
	log := ""
	var flag atomic.Bool
	go func() { log += "set "; flag.Store(true) }()
	for !flag.Load() {
	}
	log += "seen"
	println(log)
}
