// Five receivers on one channel: they are served in the order in which they began to wait.
package main

import (
	"fmt"
	"sync"
)

func main() {
	log := ""
	c := make(chan int)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		wg.Go(func() {
			for v := range c {
				log += fmt.Sprint(name, v, " ")
			}
		})
	}
	for i := range 12 {
		c <- i
	}
	close(c)
	wg.Wait()
	println(log)
}
