//go:build go1.21

package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ { // race
		wg.Add(1)
		go func() {
			defer wg.Done()
			_ = i + 1 // race
		}()
	}
	wg.Wait()
	fmt.Println("done")
}
