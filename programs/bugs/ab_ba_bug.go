// Two goroutines take two locks in opposite orders.
//
// Report: deadlock: lock cycle
package main

import (
	"fmt"
	"sync"
)

func count(n *int, times int) {
	for range times {
		*n++
	}
}

func main() {
	var a, b sync.Mutex
	var wg sync.WaitGroup
	n, m := 0, 0
	wg.Add(2)
	go func() {
		defer wg.Done()
		for range 100 {
			a.Lock()
			count(&n, 3)
			b.Lock()
			n++
			b.Unlock()
			a.Unlock()
		}
	}()
	go func() {
		defer wg.Done()
		for range 100 {
			b.Lock()
			count(&m, 3)
			a.Lock()
			m++
			a.Unlock()
			b.Unlock()
		}
	}()
	wg.Wait()
	fmt.Println(n, m)
}
