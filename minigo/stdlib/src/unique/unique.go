// Package unique compares values by comparing what stands for them.
package unique

import "sync"

// A Handle stands for a value: handles are equal if the values are.
type Handle[T comparable] struct {
	value *T
}

// entry makes the same value of another type another key.
type entry[T comparable] struct {
	value T
}

var (
	mu sync.Mutex
	// known has the *T of each entry[T] there has been.
	known = map[any]any{}
)

func Make[T comparable](value T) Handle[T] {
	mu.Lock()
	defer mu.Unlock()
	if p, ok := known[entry[T]{value}]; ok {
		return Handle[T]{p.(*T)}
	}
	p := new(T)
	*p = value
	known[entry[T]{value}] = p
	return Handle[T]{p}
}

func (h Handle[T]) Value() T { return *h.value }
