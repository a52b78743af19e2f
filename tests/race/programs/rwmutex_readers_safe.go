package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	n := 1
	for range 3 {
		wg.Go(func() {
			mu.RLock()
			defer mu.RUnlock()
			_ = n + 1
		})
	}
	mu.Lock()
	n = 2
	mu.Unlock()
	wg.Wait()
	fmt.Println(n)
}
