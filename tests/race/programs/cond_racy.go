package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready, x := false, 0
	go func() {
		mu.Lock()
		ready = true
		mu.Unlock()
		cond.Signal()
		x = 1 // race
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
	x++ // race
	fmt.Println(x > 0)
	time.Sleep(time.Millisecond)
}
