// Goexit runs the deferred calls, which may wake others, and ends only its goroutine.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { log += "-" + name }()
			log += name
			if name == "b" {
				runtime.Goexit()
			}
			log += "+"
		}()
	}
	wg.Wait()
	println(log)
}
