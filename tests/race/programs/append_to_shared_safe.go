package main

import (
	"fmt"
	"sync"
)

func main() {
	var xs []int
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			xs = append(xs, i)
		})
	}
	wg.Wait()
	fmt.Println(len(xs) > 0)
}
