// Sleeping for no time, or less, does not give up the processor.
package main

import (
	"runtime"
	"time"
)

func main() {
	log := ""
	go func() { log += "g" }()
	time.Sleep(0)
	time.Sleep(-time.Second)
	log += "m"
	runtime.Gosched()
	println(log)
}
