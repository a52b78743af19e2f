// close wakes goroutines that wait in a select, and takes them off the other channel.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	a, b := make(chan int), make(chan int)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() {
			select {
			case <-a:
				log += name + "1 "
			case <-b:
				log += name + "2 "
			}
		})
	}
	runtime.Gosched()
	b <- 0
	close(a)
	wg.Wait()
	println(log)
}
