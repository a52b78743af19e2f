// Gosched lets everybody in the local ring run before the goroutine that yields.
package main

import "runtime"

func main() {
	log := ""
	for _, name := range []string{"a", "b", "c"} {
		go func() { log += name }()
	}
	log += "("
	runtime.Gosched()
	log += ")"
	println(log)
}
