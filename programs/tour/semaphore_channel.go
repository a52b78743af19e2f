// Semaphore: a buffered channel with three slots lets at most three goroutines in at once.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	const limit = 3
	slots := make(chan struct{}, limit)
	var mu sync.Mutex
	inside, most := 0, 0

	var wg sync.WaitGroup
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- struct{}{} // acquire
			mu.Lock()
			inside++
			most = max(most, inside)
			mu.Unlock()

			time.Sleep(time.Millisecond)

			mu.Lock()
			inside--
			mu.Unlock()
			<-slots // release
		}()
	}
	wg.Wait()
	fmt.Println("never more than", limit, "inside:", most <= limit)
	fmt.Println("left inside:", inside)
}
