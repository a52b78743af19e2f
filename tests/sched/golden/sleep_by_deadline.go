// Sleepers wake in the order of their deadlines.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for _, ms := range []int{200, 50, 150, 100} {
		wg.Go(func() { time.Sleep(time.Duration(ms) * time.Millisecond); log += fmt.Sprint(ms, " ") })
	}
	wg.Wait()
	println(log)
}
