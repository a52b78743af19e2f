package main

import "sync"

type table struct {
	sync.RWMutex
	mu   sync.Mutex
	rows []int
}

func (t *table) sum(keys []int) (n int) {
	for _, k := range keys {
		t.mu.Lock()
		defer t.mu.Unlock()
		n += t.rows[k]
	}
	for i := 0; i < len(keys); i++ {
		t.Lock()
		if i > 1 {
			defer t.Unlock()
		}
	}
	return n
}

func lockers(l sync.Locker, n int) {
	for range n {
		l.Lock()
		defer l.Unlock()
	}
}

func main() {}
