// Gosched in a deferred function yields like any other.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() {
			defer func() { log += name + "3 " }()
			defer runtime.Gosched()
			defer func() { log += name + "2 " }()
			log += name + "1 "
		})
	}
	wg.Wait()
	println(log)
}
