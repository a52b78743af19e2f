// Two senders wait on a full buffer: a receive moves the first one's value in, at the tail.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	log := ""
	c := make(chan string, 2)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() {
			for i := range 3 {
				c <- fmt.Sprint(name, i)
				log += "+" + name + " "
			}
		})
	}
	runtime.Gosched()
	for range 9 {
		log += <-c + " "
	}
	wg.Wait()
	println(log)
}
