// A reader returns early without RUnlock; the writer waits for it.
//
// Report: deadlock: lock never released
package main

import (
	"fmt"
	"sync"
)

type settings struct {
	mu     sync.RWMutex
	values map[string]string
}

func (s *settings) get(key string) (string, bool) {
	s.mu.RLock()
	v, ok := s.values[key]
	if !ok {

		return "", false
	}
	s.mu.RUnlock()
	return v, true
}

func (s *settings) set(key, v string) {
	s.mu.Lock()
	s.values[key] = v
	s.mu.Unlock()
}

func main() {
	s := &settings{values: map[string]string{}}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		s.get("missing")
	}()
	wg.Wait()
	s.set("a", "b")
	fmt.Println(s.get("a"))
}
