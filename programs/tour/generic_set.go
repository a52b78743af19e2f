// Generic types: a set of any comparable type, guarded by its own lock.
package main

import (
	"fmt"
	"sync"
)

type Set[T comparable] struct {
	mu    sync.Mutex
	items map[T]struct{}
}

func NewSet[T comparable]() *Set[T] {
	return &Set[T]{items: make(map[T]struct{})}
}

func (s *Set[T]) Add(v T) (added bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, found := s.items[v]
	s.items[v] = struct{}{}
	return !found
}

func (s *Set[T]) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.items)
}

type Point struct{ x, y int }

func main() {
	points := NewSet[Point]()
	var wg sync.WaitGroup
	for i := range 30 {
		wg.Go(func() { points.Add(Point{i % 3, i % 2}) })
	}
	wg.Wait()
	fmt.Println("points:", points.Len())

	words := NewSet[string]()
	fmt.Println(words.Add("go"), words.Add("go"), words.Len())
}
