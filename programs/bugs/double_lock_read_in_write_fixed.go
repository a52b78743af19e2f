// A reader's method is called with the write lock held.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

type cache struct {
	mu   sync.RWMutex
	data map[int]int
}

func (c *cache) get(k int) (int, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.data[k]
	return v, ok
}

func (c *cache) square(k int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.data[k]; ok {
		return v
	}
	c.data[k] = k * k
	return k * k
}

func main() {
	c := &cache{data: map[int]int{}}
	fmt.Println(c.square(3), c.square(3))
}
