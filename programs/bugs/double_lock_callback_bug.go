// A function of the caller is called with the lock held, and comes back to it.
//
// Report: deadlock: double lock
package main

import (
	"fmt"
	"sync"
)

type registry struct {
	mu    sync.Mutex
	names []string
}

func (r *registry) each(f func(string)) {
	r.mu.Lock()
	names := append([]string(nil), r.names...)
	for _, name := range names {
		f(name)
	}
	r.mu.Unlock()
}

func (r *registry) add(name string) {
	r.mu.Lock()
	r.names = append(r.names, name)
	r.mu.Unlock()
}

func main() {
	r := &registry{}
	r.add("a")
	r.each(func(name string) { r.add(name + name) })
	fmt.Println(len(r.names))
}
