// A go statement kicks out of runnext the goroutine that was just woken.
package main

import "runtime"

func main() {
	log := ""
	c := make(chan int)
	done := make(chan bool, 2)
	go func() { <-c; log += "woken "; done <- true }()
	runtime.Gosched()
	c <- 1
	go func() { log += "new "; done <- true }()
	<-done
	<-done
	println(log)
}
