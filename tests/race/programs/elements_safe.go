package main

import (
	"fmt"
	"sync"
)

func main() {
	xs := make([]int, 4)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			xs[i] = i
		})
	}
	wg.Wait()
	fmt.Println(len(xs))
}
