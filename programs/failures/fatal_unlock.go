// Fatal error: unlocking a mutex that is not locked; no recover can catch it.
package main

import "sync"

func main() {
	defer func() { recover() }()
	var mu sync.Mutex
	mu.Unlock()
}
