// Two goroutines may both find out that it is time to close.
//
// Report: panic: close of closed channel
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type signal struct {
	done chan bool
}

func (s *signal) stop() {
	select {
	case <-s.done:
	default:
		runtime.Gosched()
		close(s.done)
	}
}

func main() {
	for range 20 {
		s := &signal{done: make(chan bool)}
		var wg sync.WaitGroup
		for range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				s.stop()
			}()
		}
		wg.Wait()
	}
	fmt.Println("stopped")
}
