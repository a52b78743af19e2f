package main

import (
	"fmt"
	"sync"
)

func main() {
	var a, b sync.Mutex
	_ = &b
	var wg sync.WaitGroup
	n := 0
	wg.Go(func() {
		a.Lock()
		n++
		a.Unlock()
	})
	wg.Go(func() {
		a.Lock()
		n++
		a.Unlock()
	})
	wg.Wait()
	fmt.Println(n)
}
