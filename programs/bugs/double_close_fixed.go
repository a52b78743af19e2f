// Two goroutines may both find out that it is time to close.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

type signal struct {
	once sync.Once
	done chan bool
}

func (s *signal) stop() {
	s.once.Do(func() { close(s.done) })
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
