package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Go(func() {
			n++ // race
		})
	}
	wg.Wait()
	fmt.Println(n)
}
