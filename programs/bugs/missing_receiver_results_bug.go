// Nobody takes the results before all workers are done, and no worker is done before.
//
// Report: deadlock: missing receiver
package main

import (
	"fmt"
	"sync"
)

func main() {
	results := make(chan int)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- i
		}()
	}
	wg.Wait()
	close(results)
	sum := 0
	for n := range results {
		sum += n
	}
	fmt.Println(sum)
}
