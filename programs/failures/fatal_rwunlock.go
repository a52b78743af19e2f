// Fatal error: Unlock of an RWMutex that is held by a reader only.
package main

import "sync"

func main() {
	var mu sync.RWMutex
	mu.RLock()
	mu.Unlock()
}
