package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var mu sync.Mutex
var instance atomic.Pointer[int]

func get() *int {
	if instance.Load() == nil {
		mu.Lock()
		if instance.Load() == nil {
			instance.Store(new(int))
		}
		mu.Unlock()
	}
	return instance.Load()
}

func main() {
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { get() })
	}
	wg.Wait()
	fmt.Println(get() != nil)
}
