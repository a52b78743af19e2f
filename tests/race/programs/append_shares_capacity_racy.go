package main

import (
	"fmt"
	"sync"
)

func main() {
	base := make([]int, 1, 4)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			own := append(base, i) // race
			_ = own
		})
	}
	wg.Wait()
	fmt.Println(len(base))
}
