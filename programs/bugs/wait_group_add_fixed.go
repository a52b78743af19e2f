// The counter counts one more than there are goroutines.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

func main() {
	words := []string{"a", "b", "c"}
	var wg sync.WaitGroup
	wg.Add(len(words))
	for range words {
		go func() {
			defer wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println("done")
}
