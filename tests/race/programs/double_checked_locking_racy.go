package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var mu sync.Mutex
var instance *int

func get() *int {
	if instance == nil { // race
		mu.Lock()
		if instance == nil {
			instance = new(int) // race
		}
		mu.Unlock()
	}
	return instance
}

func main() {
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { get() })
	}
	wg.Wait()
	_ = atomic.AddInt64
	fmt.Println(get() != nil)
}
