// Deadlock: the dump says of each goroutine why it waits, where it is, and who started it.
package main

import (
	"sync"
	"time"
)

type Server struct{ mu sync.Mutex }

func (s *Server) handle(in <-chan string, out chan<- int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out <- len(<-in)
}

func worker(id int, jobs <-chan int, wg *sync.WaitGroup) {
	defer wg.Done()
	for range jobs {
	}
}

func main() {
	var wg sync.WaitGroup
	jobs := make(chan int)
	for i := range 2 {
		wg.Add(1)
		go worker(i, jobs, &wg)
	}
	s := &Server{}
	in, out := make(chan string), make(chan int)
	go s.handle(in, out)
	time.Sleep(time.Millisecond)
	go s.handle(in, out) // finds the mutex locked
	func() {
		go func() {
			select {
			case <-jobs:
			case out <- 1:
			}
		}()
	}()
	wg.Wait()
}
