// Goroutines append to one slice.
//
// Report: data race
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var all []int
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()

			all = append(all, i)
		}()
	}
	wg.Wait()
	mu.Lock()
	fmt.Println(len(all) > 0)
	mu.Unlock()
}
