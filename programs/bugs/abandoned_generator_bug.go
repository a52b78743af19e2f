// The loop over a generator is left early.
//
// Report: goroutine leak: select without partner
package main

import (
	"fmt"
	"time"
)

func count(quit <-chan bool) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range 100 {
			select {
			case ch <- i:
			case <-quit:
				return
			}
		}
	}()
	return ch
}

func main() {
	quit := make(chan bool)
	numbers := count(quit)
	for n := range numbers {
		if n == 3 {
			break
		}
	}

	time.Sleep(time.Millisecond)
	fmt.Println("found")
}
