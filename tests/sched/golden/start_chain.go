// Each goroutine starts the next one, which runs when its parent has ended, before what was queued earlier.
package main

import "sync"

var log string
var wg sync.WaitGroup

func link(n int) {
	log += string(rune('0' + n))
	if n < 6 {
		wg.Go(func() { link(n + 1) })
	}
}

func main() {
	wg.Go(func() { log += "x" })
	wg.Go(func() { log += "y" })
	wg.Go(func() { link(0) })
	wg.Wait()
	println(log)
}
