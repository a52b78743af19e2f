// A method that holds the lock calls another one that takes it.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

type store struct {
	mu    sync.Mutex
	items map[string]int
}

func (s *store) size() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.items)
}

func (s *store) add(name string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items[name]++
	return len(s.items)
}

func main() {
	s := &store{items: map[string]int{}}
	fmt.Println(s.add("x"), s.size())
}
