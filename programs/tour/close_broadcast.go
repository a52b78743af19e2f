// Close as broadcast: closing a channel wakes every goroutine that waits on it.
package main

import (
	"fmt"
	"sync"
)

func main() {
	start := make(chan struct{})
	ready := make(chan int)
	var mu sync.Mutex
	started := 0

	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ready <- i
			<-start
			mu.Lock()
			started++
			mu.Unlock()
		}()
	}
	for range 5 {
		<-ready
	}
	fmt.Println("started before close:", started)
	close(start)
	wg.Wait()
	fmt.Println("started after close:", started)
	v, ok := <-start
	fmt.Println("a closed channel gives", v, ok)
}
