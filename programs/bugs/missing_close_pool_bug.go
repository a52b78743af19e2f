// Workers wait for more jobs, and everybody for the workers.
//
// Report: deadlock: missing close
package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range jobs {
				mu.Lock()
				done++
				mu.Unlock()
			}
		}()
	}
	for i := range 5 {
		jobs <- i
	}

	wg.Wait()
	fmt.Println(done)
}
