package main

import (
	"fmt"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  map[string]int
}

func newCounter() *counter { return &counter{n: map[string]int{}} }

func (c *counter) inc(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[key]++
}

type holder struct {
	*sync.Mutex
	list []*counter
}

func main() {
	h := holder{&sync.Mutex{}, []*counter{newCounter()}}
	k := h
	for _, c := range k.list {
		c.inc("a")
	}
	var c counter
	c = counter{n: map[string]int{}}
	d := counter{}
	_ = &d
	var wg sync.WaitGroup
	wg.Add(1)
	go func(wg *sync.WaitGroup) { wg.Done() }(&wg)
	wg.Wait()
	fmt.Println(&c, len([1]counter{}))
}
