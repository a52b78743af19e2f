// Wait is called with the lock held that the workers need to finish.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	sum := 0

	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			sum += i
			mu.Unlock()
		}()
	}
	wg.Wait()
	mu.Lock()
	fmt.Println(sum)
	mu.Unlock()
}
