// WaitGroup: main waits until every goroutine it started has called Done.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	squares := make([]int, 6)
	for i := range squares {
		wg.Add(1) // before the go statement, or Wait might return too early
		go func() {
			defer wg.Done()
			squares[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(squares)
}
