// Done is not deferred, and one way out does not come by.
//
// Report: deadlock: missing Done
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

			if i == 2 {
				return
			}
			wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println("done")
}
