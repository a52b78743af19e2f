// The goroutine started last is runnext and runs first; the others follow in the order in which they were started.
package main

import "runtime"

func main() {
	log := ""
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		go func() { log += name }()
	}
	runtime.Gosched()
	println(log)
}
