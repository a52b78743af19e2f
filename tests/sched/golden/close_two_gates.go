// Two channels closed one after the other: the first waiter of the second comes first.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	g1, g2 := make(chan bool), make(chan bool)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() { <-g1; log += name + "1 " })
		wg.Go(func() { <-g2; log += name + "2 " })
	}
	runtime.Gosched()
	close(g1)
	close(g2)
	wg.Wait()
	println(log)
}
