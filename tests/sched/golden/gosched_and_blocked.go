// A goroutine that yields lets the one that it has just woken run first.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	log := ""
	c := make(chan int)
	done := make(chan bool)
	go func() {
		for v := range c {
			log += fmt.Sprint(v)
		}
		close(done)
	}()
	for i := range 5 {
		c <- i
		log += "s"
		runtime.Gosched()
	}
	close(c)
	<-done
	println(log)
}
