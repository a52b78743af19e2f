// A recursion is preempted as well, at a function's entry.
package main

import "sync/atomic"

var flag atomic.Bool

func wait(n int) int {
	if flag.Load() {
		return n
	}
	if n > 100 {
		return wait(0)
	}
	return wait(n+1) & 0
}

func main() {
	log := ""
	go func() { log += "set "; flag.Store(true) }()
	for !flag.Load() {
		spin(0)
	}
	log += "seen"
	println(log)
}

func spin(n int) int {
	if n > 100 || flag.Load() {
		return n
	}
	return spin(n + 1)
}
