// Adds to a WaitGroup in the goroutine that is waited for: Wait may come first.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1) // race
		defer wg.Done()
		time.Sleep(20 * time.Millisecond)
	}()
	time.Sleep(10 * time.Millisecond)
	wg.Wait() // race
	fmt.Println("waited")
}
