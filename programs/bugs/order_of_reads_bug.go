// A read lock inside a read lock, and a writer at another time.
//
// Report: lock order: recursive read lock
package main

import (
	"fmt"
	"sync"
	"time"
)

var (
	mu    sync.RWMutex
	value int
)

func get() int {
	mu.RLock()
	defer mu.RUnlock()
	return value
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		mu.RLock()
		defer mu.RUnlock()
		fmt.Println(get())
	}()
	go func() {
		defer wg.Done()
		time.Sleep(time.Millisecond)
		mu.Lock()
		value++
		mu.Unlock()
	}()
	wg.Wait()
}
