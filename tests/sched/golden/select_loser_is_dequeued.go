// A select that was served on one channel no longer stands in the queue of the other.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	log := ""
	a, b := make(chan int), make(chan int)
	var wg sync.WaitGroup
	wg.Go(func() {
		select {
		case v := <-a:
			log += fmt.Sprint("sel-a", v, " ")
		case v := <-b:
			log += fmt.Sprint("sel-b", v, " ")
		}
	})
	runtime.Gosched()
	wg.Go(func() { log += fmt.Sprint("plain", <-b, " ") })
	runtime.Gosched()
	a <- 1
	b <- 2
	wg.Wait()
	println(log)
}
