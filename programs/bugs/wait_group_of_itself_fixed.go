// A goroutine that is counted waits for all that are counted.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	results := make(chan int, 3)
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- i
		}()
	}

	finished := make(chan bool)
	go func() {

		wg.Wait()
		close(results)
		close(finished)
	}()
	<-finished
	fmt.Println(len(results))
}
