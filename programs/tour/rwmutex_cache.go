// RWMutex: many readers may hold the lock together, a writer holds it alone.
package main

import (
	"fmt"
	"sync"
)

type Cache struct {
	mu    sync.RWMutex
	data  map[int]int
	fills int
}

func (c *Cache) Square(n int) int {
	c.mu.RLock()
	v, ok := c.data[n]
	c.mu.RUnlock()
	if ok {
		return v
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.data[n]; ok { // somebody else filled it while we waited for the lock
		return v
	}
	c.fills++
	c.data[n] = n * n
	return n * n
}

func main() {
	cache := Cache{data: map[int]int{}}
	results := make([]int, 20)
	var wg sync.WaitGroup
	for i := range results {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = cache.Square(i % 4)
		}()
	}
	wg.Wait()
	fmt.Println(results)
	fmt.Println("computed only", cache.fills, "times")
}
