// A function returns without unlocking what another goroutine waits for.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
	"time"
)

type conn struct {
	mu   sync.Mutex
	open bool
}

func (c *conn) use() bool {
	c.mu.Lock()
	if !c.open {
		c.mu.Unlock()
		return false
	}
	c.mu.Unlock()
	return true
}

func main() {
	c := &conn{}
	fmt.Println(c.use())
	go c.use()
	time.Sleep(time.Millisecond)
}
