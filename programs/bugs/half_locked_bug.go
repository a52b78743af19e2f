// Writers take the lock, the reader does not.
//
// Report: data race
package main

import (
	"fmt"
	"sync"
)

type stats struct {
	mu    sync.Mutex
	count int
}

func (s *stats) add() {
	s.mu.Lock()
	s.count++
	s.mu.Unlock()
}

func (s *stats) get() int {

	return s.count
}

func main() {
	s := &stats{}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		s.add()
	}()
	go func() {
		defer wg.Done()
		s.get()
	}()
	wg.Wait()
	fmt.Println(s.get())
}
