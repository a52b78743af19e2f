package main

import (
	"fmt"
	"sync"
)

// The k-th receive comes before the (k+C)-th send completes: a channel of capacity 1 is a lock.
func main() {
	sem := make(chan bool, 2)
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Go(func() {
			sem <- true
			n++ // race
			<-sem
		})
	}
	wg.Wait()
	fmt.Println(n)
}
