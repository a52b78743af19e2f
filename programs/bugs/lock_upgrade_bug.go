// A read lock cannot become a write lock while it is held.
//
// Report: deadlock: lock upgrade
package main

import (
	"fmt"
	"sync"
)

type table struct {
	mu   sync.RWMutex
	rows map[string]int
}

func (t *table) id(name string) int {
	t.mu.RLock()
	id, ok := t.rows[name]

	if !ok {
		t.mu.Lock()
		id = len(t.rows) + 1
		t.rows[name] = id
		t.mu.Unlock()
	}
	t.mu.RUnlock()
	return id
}

func main() {
	t := &table{rows: map[string]int{}}
	fmt.Println(t.id("a"), t.id("b"), t.id("a"))
}
