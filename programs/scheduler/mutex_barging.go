// Mutex barging: Unlock wakes a waiter but does not give it the lock, so the unlocker can take it again at once.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	var log []string
	waiting := false
	done := make(chan bool)

	mu.Lock()
	go func() {
		waiting = true
		mu.Lock()
		log = append(log, "waiter has the lock")
		mu.Unlock()
		close(done)
	}()
	for !waiting {
		runtime.Gosched()
	}
	for i := range 3 {
		mu.Unlock()
		mu.Lock()
		log = append(log, fmt.Sprint("main took the lock again, time ", i+1))
	}
	mu.Unlock()
	<-done
	for _, line := range log {
		fmt.Println(line)
	}
}
