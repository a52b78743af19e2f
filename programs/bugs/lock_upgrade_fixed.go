// A read lock cannot become a write lock while it is held.
//
// The repaired twin: nothing is reported.
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
	t.mu.RUnlock()
	if !ok {
		t.mu.Lock()
		if id, ok = t.rows[name]; !ok {
			id = len(t.rows) + 1
		}
		t.rows[name] = id
		t.mu.Unlock()
	}

	return id
}

func main() {
	t := &table{rows: map[string]int{}}
	fmt.Println(t.id("a"), t.id("b"), t.id("a"))
}
