// runtime.GC waits for the collector: goroutines that are runnable get their turn meanwhile.
package main

import "runtime"

func main() {
	log := ""
	for _, name := range []string{"a", "b", "c"} {
		go func() { log += name }()
	}
	runtime.GC()
	println(log)
}
