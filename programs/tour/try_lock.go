// TryLock: takes a lock only if that needs no waiting.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	fmt.Println("free:", mu.TryLock())
	fmt.Println("held:", mu.TryLock())
	mu.Unlock()
	fmt.Println("free again:", mu.TryLock())

	var rw sync.RWMutex
	fmt.Println("first reader:", rw.TryRLock())
	fmt.Println("second reader:", rw.TryRLock())
	fmt.Println("writer beside readers:", rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println("writer alone:", rw.TryLock())
	fmt.Println("reader beside a writer:", rw.TryRLock())
}
