// A function of the caller is called with the lock held, and comes back to it.
//
// The repaired twin: nothing is reported.
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
	r.mu.Unlock()
	for _, name := range names {
		f(name)
	}
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
