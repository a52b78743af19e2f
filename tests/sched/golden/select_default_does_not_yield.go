// A select with a default never gives up the processor.
package main

import "runtime"

func main() {
	log := ""
	c := make(chan int)
	go func() { c <- 1; log += "s" }()
	for range 3 {
		select {
		case <-c:
			log += "r"
		default:
			log += "d"
		}
	}
	runtime.Gosched()
	select {
	case <-c:
		log += "r"
	default:
		log += "d"
	}
	runtime.Gosched()
	println(log)
}
