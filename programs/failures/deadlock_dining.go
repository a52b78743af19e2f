// Deadlock: each philosopher holds the left fork and waits for the right one.
package main

import (
	"sync"
	"time"
)

func dine(left, right *sync.Mutex) {
	left.Lock()
	time.Sleep(10 * time.Millisecond)
	right.Lock()
	right.Unlock()
	left.Unlock()
}

func main() {
	var forks [3]sync.Mutex
	go dine(&forks[0], &forks[1])
	go dine(&forks[1], &forks[2])
	dine(&forks[2], &forks[0])
}
