// A read lock inside a read lock, and a writer at another time.
//
// The repaired twin: nothing is reported.
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
