// Goroutines started by init functions run when main first gives up the processor, not before.
package main

import "runtime"

var log = "v"

func init() {
	go func() { log += "1" }()
	log += "i"
}

func init() {
	go func() { log += "2" }()
	log += "j"
}

func main() {
	log += "m"
	runtime.Gosched()
	println(log)
}
