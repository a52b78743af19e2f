// Deadlock: a read lock cannot be upgraded to a write lock.
package main

import "sync"

func main() {
	var mu sync.RWMutex
	mu.RLock()
	mu.Lock()
}
