// Workers wait for jobs for ever after main has gone on.
//
// Report: goroutine leak: missing close
package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int)
	var pending, workers sync.WaitGroup
	for range 2 {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for range jobs {
				pending.Done()
			}
		}()
	}
	for i := range 4 {
		pending.Add(1)
		jobs <- i
	}
	pending.Wait()

	fmt.Println("done")
}
