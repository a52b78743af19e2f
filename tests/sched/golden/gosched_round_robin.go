// Goroutines that do nothing but yield take turns in the order in which they first yielded.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() {
			for range 4 {
				log += name
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
	println(log)
}
