// Nested starts: each goroutine starts children of its own, and only the youngest child overtakes the queue.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var order []string
	var wg sync.WaitGroup
	for _, parent := range []string{"a", "b", "c"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			order = append(order, parent)
			for child := 1; child <= 2; child++ {
				wg.Add(1)
				go func() {
					defer wg.Done()
					order = append(order, fmt.Sprint(parent, child))
				}()
			}
		}()
	}
	wg.Wait()
	fmt.Println(order)
}
