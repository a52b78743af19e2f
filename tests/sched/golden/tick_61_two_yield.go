// Two goroutines in the global queue: each of its turns takes one of them.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	align()
	log := ""
	ran := 0
	for range 200 {
		go func() { ran++ }()
	}
	done := make(chan bool)
	go func() {
		for ran < 200 {
			log += fmt.Sprint("b", ran, " ")
			runtime.Gosched()
		}
		close(done)
	}()
	for ran < 200 {
		log += fmt.Sprint("a", ran, " ")
		runtime.Gosched()
	}
	<-done
	println(log)
}

// align takes the processor through so many rounds that the global queue has its next turn 61 rounds from a fixed place,
// whatever the start of the program left behind.
func align() {
	ran := 0
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() { ran++ })
	}
	runtime.Gosched() // comes back when the global queue has its turn
	for range 22 + ran {
		wg.Go(func() {})
	}
	wg.Wait()
}
