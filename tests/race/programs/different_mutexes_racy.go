package main

import (
	"fmt"
	"sync"
)

func main() {
	var a, b sync.Mutex
	var wg sync.WaitGroup
	n := 0
	wg.Go(func() {
		a.Lock()
		n++ // race
		a.Unlock()
	})
	wg.Go(func() {
		b.Lock()
		n++ // race
		b.Unlock()
	})
	wg.Wait()
	fmt.Println(n)
}
