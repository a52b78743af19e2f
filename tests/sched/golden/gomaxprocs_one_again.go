// Asking for the number of processors, or setting it to what it is, lets nobody else run.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	log := ""
	go func() { log += "g" }()
	log += fmt.Sprint(runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(1), " ")
	log += "m"
	runtime.Gosched()
	println(log)
}
