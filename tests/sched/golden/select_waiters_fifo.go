// Goroutines in a select and plain receivers queue on a channel alike, first come, first served.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	log := ""
	c, other := make(chan int), make(chan int)
	var wg sync.WaitGroup
	for i, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() {
			if i%2 == 0 {
				log += fmt.Sprint(name, <-c, " ")
				return
			}
			select {
			case v := <-c:
				log += fmt.Sprint(name, v, " ")
			case <-other:
			}
		})
	}
	runtime.Gosched()
	for v := range 4 {
		c <- v
	}
	wg.Wait()
	println(log)
}
