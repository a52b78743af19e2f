// Cond.Broadcast: one starting gun releases all runners that wait on the condition.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	gun := sync.NewCond(&mu)
	started := false
	running := 0

	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for !started {
				gun.Wait()
			}
			running++
			mu.Unlock()
		}()
	}
	mu.Lock()
	fmt.Println("running before the shot:", running)
	started = true
	mu.Unlock()
	gun.Broadcast()
	wg.Wait()
	fmt.Println("running after the shot:", running)
}
