// The one who closes does not wait for all senders.
//
// Report: panic: send on closed channel
package main

import (
	"fmt"
	"sync"
)

func main() {
	events := make(chan int, 8)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			events <- i
		}()
	}
	close(events)
	wg.Wait()
	n := 0
	for range events {
		n++
	}
	fmt.Println(n)
}
