// NumGoroutine while goroutines start, wait and end.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	log := ""
	gate := make(chan bool)
	note := func() { log += fmt.Sprint(runtime.NumGoroutine(), " ") }
	note()
	for range 5 {
		go func() { <-gate; note() }()
	}
	note()
	runtime.Gosched()
	note()
	close(gate)
	note()
	runtime.Gosched()
	note()
	println(log)
}
