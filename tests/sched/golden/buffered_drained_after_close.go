// A closed buffered channel still gives what is in it; receivers share it in their turn.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	log := ""
	c := make(chan int, 8)
	for i := range 8 {
		c <- i
	}
	close(c)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() {
			for v := range c {
				log += fmt.Sprint(name, v, " ")
				if v%2 == 0 {
					runtime.Gosched()
				}
			}
		})
	}
	wg.Wait()
	println(log)
}
