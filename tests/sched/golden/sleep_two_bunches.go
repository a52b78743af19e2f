// Two bunches of sleepers, five milliseconds apart.
package main

import (
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for i, name := range []string{"a", "b", "c", "d", "e", "f"} {
		wg.Go(func() {
			d := 50 * time.Millisecond
			if i%2 == 1 {
				d = 150 * time.Millisecond
			}
			time.Sleep(d)
			log += name
		})
	}
	wg.Wait()
	println(log)
}
