// A deferred unlock in a loop waits for the end of the function, not of the iteration.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	sum := 0
	for i := range 3 {
		func() {
			mu.Lock()
			defer mu.Unlock()
			sum += i
		}()
	}
	fmt.Println(sum)
}
