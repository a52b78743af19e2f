// A read lock lets others read, too: nothing may be written under it.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

type lru struct {
	mu   sync.RWMutex
	hits int
	data map[string]int
}

func (c *lru) get(key string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hits++
	return c.data[key]
}

func main() {
	c := &lru{data: map[string]int{"a": 1}}
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.get("a")
		}()
	}
	wg.Wait()
	fmt.Println(c.get("a"))
}
