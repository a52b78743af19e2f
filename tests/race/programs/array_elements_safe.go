package main

import (
	"fmt"
	"sync"
)

func main() {
	var a [4]int
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			a[i]++
			a[i+2]++
		})
	}
	wg.Wait()
	fmt.Println(len(a))
}
