// Goexit: ends only the calling goroutine, after running its deferred calls, and is not a panic.
package main

import (
	"fmt"
	"runtime"
)

func step() {
	defer func() { fmt.Println("deferred in step, recover() =", recover()) }()
	runtime.Goexit()
	fmt.Println("never printed")
}

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("deferred in the goroutine")
		step()
		fmt.Println("never printed either")
	}()
	<-done
	fmt.Println("main goes on")
}
