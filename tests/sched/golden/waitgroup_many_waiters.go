// Several waiters of one WaitGroup: the one that waited last runs first, then the others in order of waiting.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var wg, all sync.WaitGroup
	wg.Add(1)
	for _, name := range []string{"a", "b", "c", "d"} {
		all.Go(func() { wg.Wait(); log += name })
	}
	runtime.Gosched()
	wg.Done()
	log += "|"
	all.Wait()
	println(log)
}
