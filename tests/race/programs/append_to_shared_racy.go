package main

import (
	"fmt"
	"sync"
)

func main() {
	var xs []int
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			xs = append(xs, i) // race
		})
	}
	wg.Wait()
	fmt.Println(len(xs) > 0)
}
