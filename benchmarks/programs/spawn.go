// Many goroutines that live at the same time, each of which does little.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

const size = 100000

func main() {
	results := make(chan int, size)
	start := make(chan struct{})
	var wg sync.WaitGroup
	for i := 0; i < size; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			results <- i % 10
		}()
	}
	runtime.Gosched()
	close(start)
	wg.Wait()
	close(results)
	sum := 0
	for n := range results {
		sum += n
	}
	fmt.Println(sum)
}
