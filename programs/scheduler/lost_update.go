// Lost updates: counter++ is a read and a write, and goroutines that come in between lose each other's increments.
package main

import (
	"fmt"
	"sync"
)

func main() {
	counter := 0
	var wg sync.WaitGroup
	for range 100 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				counter++ // a data race
			}
		}()
	}
	wg.Wait()
	fmt.Println(counter)
}
