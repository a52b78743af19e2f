// Deadlock: a reader waits for the writer, who is the same goroutine.
package main

import "sync"

func main() {
	var mu sync.RWMutex
	mu.Lock()
	mu.RLock()
}
