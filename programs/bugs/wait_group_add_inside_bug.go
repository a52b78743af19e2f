// Add is called in the goroutine: Wait may come first.
//
// Report: data race
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := range 4 {

		go func() {
			wg.Add(1)
			defer wg.Done()
			mu.Lock()
			sum += i
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(sum > 0)
	time.Sleep(time.Millisecond)
}
