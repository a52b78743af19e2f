// The receiver closes the channel, and the sender does not know.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

func main() {
	ch, quit := make(chan int), make(chan bool)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for i := range 10 {
			select {
			case ch <- i:
			case <-quit:
				return
			}
		}
	}()
	fmt.Println(<-ch, <-ch)
	close(quit)
	wg.Wait()
}
