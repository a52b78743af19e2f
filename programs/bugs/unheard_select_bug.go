// Nobody is left who could serve any case.
//
// Report: goroutine leak: select without partner
package main

import (
	"fmt"
	"time"
)

type worker struct {
	jobs chan int
	stop chan bool
}

func start() *worker {
	w := &worker{make(chan int), make(chan bool)}
	go func() {
		for {
			select {
			case <-w.jobs:
			case <-w.stop:
				return
			}
		}
	}()
	return w
}

func main() {
	w := start()
	w.jobs <- 1

	time.Sleep(time.Millisecond)
	fmt.Println("end")
}
