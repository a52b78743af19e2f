// A goroutine reads twice, one lock inside the other, and a writer comes in between.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

type config struct {
	mu   sync.RWMutex
	a, b int
}

func (c *config) first() int {

	return c.a
}

func (c *config) sum() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.first() + c.b
}

func (c *config) set(n int) {
	c.mu.Lock()
	c.a, c.b = n, n
	c.mu.Unlock()
}

func main() {
	c := &config{}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for range 100 {
			c.sum()
		}
	}()
	go func() {
		defer wg.Done()
		for i := range 100 {
			c.set(i)
		}
	}()
	wg.Wait()
	fmt.Println(c.sum())
}
