// Senders that wait when their channel is closed panic, woken in the order of close.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	log := ""
	c := make(chan int)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() {
			defer func() { log += name + fmt.Sprint(recover()) + "; " }()
			c <- 1
		})
	}
	runtime.Gosched()
	close(c)
	wg.Wait()
	println(log)
}
