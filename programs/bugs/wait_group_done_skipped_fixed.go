// Done is not deferred, and one way out does not come by.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i == 2 {
				return
			}

		}()
	}
	wg.Wait()
	fmt.Println("done")
}
