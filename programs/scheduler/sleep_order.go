// Sleepers wake in the order of their deadlines, whatever the order in which they lay down.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var order []int
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, ms := range []int{90, 30, 120, 0, 60} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(ms) * time.Millisecond)
			mu.Lock()
			order = append(order, ms)
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(order)
}
