// Goroutines that contend for a mutex: now and then the holder lets others run.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

const size = 150000

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	total := 0
	for w := 0; w < 10; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < size; i++ {
				mu.Lock()
				total += i & 3
				if i%8 == 0 {
					runtime.Gosched()
				}
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(total)
}
