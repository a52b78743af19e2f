// A reply is awaited with the lock held that the server takes before it replies.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

type server struct {
	mu       sync.Mutex
	served   int
	requests chan chan int
}

func (s *server) loop() {
	for reply := range s.requests {
		s.mu.Lock()
		s.served++
		n := s.served
		s.mu.Unlock()
		reply <- n
	}
}

func (s *server) ask() int {
	s.mu.Lock()
	requests := s.requests
	s.mu.Unlock()
	reply := make(chan int)
	requests <- reply
	return <-reply
}

func main() {
	s := &server{requests: make(chan chan int)}
	go s.loop()
	fmt.Println(s.ask(), s.ask())
	close(s.requests)
}
