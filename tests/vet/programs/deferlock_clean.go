package main

import "sync"

type table struct {
	mu   sync.Mutex
	rows []int
}

func (t *table) each(keys []int, f func(int)) {
	for _, k := range keys {
		func() {
			t.mu.Lock()
			defer t.mu.Unlock()
			f(t.rows[k])
		}()
	}
	for _, k := range keys {
		if k > 1 {
			t.mu.Lock()
			defer t.mu.Unlock()
			f(k)
			return
		}
	}
	for {
		t.mu.Lock()
		defer t.mu.Unlock()
		break
	}
}

func all(ts []*table) {
	for _, t := range ts {
		defer t.unlockAll()
	}
	var mu sync.Mutex
	mu.Lock()
	for range 3 {
		defer println()
	}
	mu.Unlock()
}

func (t *table) unlockAll() {}

func main() {}
