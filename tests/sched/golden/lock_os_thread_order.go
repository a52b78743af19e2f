// Goroutines locked to their threads take their turns like all others.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for i, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() {
			if i%2 == 0 {
				runtime.LockOSThread()
				defer runtime.UnlockOSThread()
			}
			for range 3 {
				log += name
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
	println(log)
}
