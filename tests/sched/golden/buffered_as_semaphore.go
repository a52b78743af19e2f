// A channel as a semaphore of two: who gets in, and when.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	sem := make(chan bool, 2)
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		wg.Go(func() {
			sem <- true
			log += "+" + name
			runtime.Gosched()
			log += "-" + name
			<-sem
		})
	}
	wg.Wait()
	println(log)
}
