// A goroutine that is counted waits for all that are counted.
//
// Report: deadlock: WaitGroup waits for its own goroutine
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
	wg.Add(1)
	finished := make(chan bool)
	go func() {
		defer wg.Done()
		wg.Wait()
		close(results)
		close(finished)
	}()
	<-finished
	fmt.Println(len(results))
}
