// The one who closes does not wait for all senders.
//
// The repaired twin: nothing is reported.
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
	wg.Wait()
	close(events)
	n := 0
	for range events {
		n++
	}
	fmt.Println(n)
}
