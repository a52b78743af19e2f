// Memo: goroutines that ask for the same key share one computation, and latecomers wait for it.
package main

import (
	"fmt"
	"sync"
)

type call struct {
	done  chan struct{}
	value string
}

type Memo struct {
	mu    sync.Mutex
	calls map[string]*call
	loads int
}

func (m *Memo) Get(key string) string {
	m.mu.Lock()
	if c, ok := m.calls[key]; ok {
		m.mu.Unlock()
		<-c.done
		return c.value
	}
	c := &call{done: make(chan struct{})}
	m.calls[key] = c
	m.loads++
	m.mu.Unlock()

	c.value = "value of " + key
	close(c.done)
	return c.value
}

func main() {
	m := Memo{calls: map[string]*call{}}
	answers := make(chan string)
	for range 10 {
		go func() { answers <- m.Get("x") }()
	}
	same := 0
	for range 10 {
		if <-answers == "value of x" {
			same++
		}
	}
	fmt.Println("answers:", same, "loads:", m.loads)
}
