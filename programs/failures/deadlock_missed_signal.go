// Deadlock: the signal comes before anybody waits, and signals are not remembered.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	cond.Signal()
	fmt.Println("signalled, nobody listens")
	mu.Lock()
	defer mu.Unlock()
	cond.Wait() // no loop over a condition, which would have seen the change
}
