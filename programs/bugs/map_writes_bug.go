// Two goroutines fill one map.
//
// Report: fatal error: concurrent map writes
package main

import (
	"fmt"
	"sync"
)

func main() {
	squares := map[int]int{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 50 {

				squares[w*50+i] = i * i

			}
		}()
	}
	wg.Wait()
	mu.Lock()
	fmt.Println(len(squares))
	mu.Unlock()
}
