// Start order on one processor: the goroutine started last runs first (runnext), then the others first in, first out.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var order []int
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			order = append(order, i)
		}()
	}
	wg.Wait()
	fmt.Println(order)
}
