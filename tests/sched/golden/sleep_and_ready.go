// A sleeper that expires comes before a goroutine that was woken just before.
package main

import (
	"runtime"
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	c := make(chan int)
	wg.Go(func() { time.Sleep(time.Millisecond); log += "s" })
	wg.Go(func() { <-c; log += "c" })
	runtime.Gosched()
	for start := time.Now(); time.Since(start) < 2*time.Millisecond; {
	}
	c <- 1
	wg.Wait()
	println(log)
}
