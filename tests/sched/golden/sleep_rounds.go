// Goroutines that sleep again and again in step keep rotating.
package main

import (
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() {
			for range 3 {
				time.Sleep(5 * time.Millisecond)
				log += name
			}
		})
	}
	wg.Wait()
	println(log)
}
