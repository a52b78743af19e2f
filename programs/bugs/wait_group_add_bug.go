// The counter counts one more than there are goroutines.
//
// Report: deadlock: missing Done
package main

import (
	"fmt"
	"sync"
)

func main() {
	words := []string{"a", "b", "c"}
	var wg sync.WaitGroup
	wg.Add(len(words) + 1)
	for range words {
		go func() {
			defer wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println("done")
}
