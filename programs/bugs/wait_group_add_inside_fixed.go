// Add is called in the goroutine: Wait may come first.
//
// The repaired twin: nothing is reported.
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
		wg.Add(1)
		go func() {

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
