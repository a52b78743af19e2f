// Two objects call each other with their own locks held.
//
// Report: deadlock: lock cycle
package main

import (
	"fmt"
	"sync"
)

type node struct {
	mu    sync.Mutex
	peer  *node
	value int
}

func (n *node) read() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.value
}

func (n *node) pull() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.value += n.peer.read()
}

func main() {
	a, b := &node{value: 1}, &node{value: 1}
	a.peer, b.peer = b, a
	var wg sync.WaitGroup
	for _, n := range []*node{a, b} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				n.pull()
			}
		}()
	}
	wg.Wait()
	fmt.Println(a.read() > 1, b.read() > 1)
}
