// Two goroutines may both find that nothing is there yet.
//
// Report: data race
package main

import (
	"fmt"
	"sync"
)

type config struct{ name string }

var (
	instance *config
	mu       sync.Mutex
)

func get() *config {
	if instance == nil {
		mu.Lock()
		if instance == nil {
			instance = &config{"default"}
		}
		mu.Unlock()
	}
	return instance
}

func main() {
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			get()
		}()
	}
	wg.Wait()
	fmt.Println(get().name)
}
