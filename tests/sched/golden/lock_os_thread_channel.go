// A goroutine locked to its thread hands over values like any other.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	log := ""
	c := make(chan int)
	go func() {
		runtime.LockOSThread()
		for i := range 4 {
			c <- i
			log += "s"
		}
		close(c)
	}()
	for v := range c {
		log += fmt.Sprint(v)
	}
	println(log)
}
