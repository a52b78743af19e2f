// Of two new goroutines the second runs first.
package main

import "sync"

func main() {
	log := ""
	var wg sync.WaitGroup
	wg.Go(func() { log += "first " })
	wg.Go(func() { log += "second " })
	wg.Wait()
	println(log)
}
