// Deadlock: a recursive read lock, since a waiting writer keeps the second RLock out.
package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	go func() {
		mu.Lock()
		mu.Unlock()
	}()
	time.Sleep(time.Millisecond) // now the writer waits
	mu.RLock()
}
