// Binary trees: two goroutines walk two trees side by side to see whether they hold the same values.
package main

import "fmt"

type Tree struct {
	left, right *Tree
	value       int
}

func (t *Tree) insert(v int) *Tree {
	if t == nil {
		return &Tree{value: v}
	}
	if v < t.value {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}

func build(values ...int) (t *Tree) {
	for _, v := range values {
		t = t.insert(v)
	}
	return t
}

func (t *Tree) walk(out chan<- int) {
	if t == nil {
		return
	}
	t.left.walk(out)
	out <- t.value
	t.right.walk(out)
}

func values(t *Tree) <-chan int {
	out := make(chan int, 10)
	go func() {
		defer close(out)
		t.walk(out)
	}()
	return out
}

func same(a, b *Tree) bool {
	as, bs := values(a), values(b)
	for {
		x, xok := <-as
		y, yok := <-bs
		if x != y || xok != yok {
			return false
		}
		if !xok {
			return true
		}
	}
}

func main() {
	a := build(3, 1, 8, 1, 2, 5, 13)
	b := build(8, 3, 13, 1, 5, 2, 1)
	fmt.Println("same values, other shape:", same(a, b))
	fmt.Println("one more value:", same(a, b.insert(21)))
}
