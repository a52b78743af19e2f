// Starvation mode: a goroutine that waited over a millisecond gets the mutex handed over, however greedy the others are.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var mu sync.Mutex
	var served atomic.Bool
	done := make(chan bool)
	mu.Lock()
	go func() {
		mu.Lock()
		served.Store(true)
		mu.Unlock()
		close(done)
	}()
	rounds := 0
	for ; !served.Load() && rounds < 1000; rounds++ {
		for start := time.Now(); time.Since(start) < 2*time.Millisecond; {
			// hold the lock for long
		}
		mu.Unlock()
		mu.Lock() // greedy: take it back at once
	}
	mu.Unlock()
	<-done
	fmt.Println("waiter served in the end:", rounds < 1000)
}
