package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Go(func() {
			mu.RLock()
			n++ // race
			mu.RUnlock()
		})
	}
	wg.Wait()
	fmt.Println(n)
}
