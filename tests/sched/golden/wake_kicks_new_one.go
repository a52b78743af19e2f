// Waking a goroutine kicks a new one out of runnext.
package main

import "runtime"

func main() {
	log := ""
	c := make(chan int)
	done := make(chan bool, 2)
	go func() { <-c; log += "woken "; done <- true }()
	runtime.Gosched()
	go func() { log += "new "; done <- true }()
	c <- 1
	<-done
	<-done
	println(log)
}
