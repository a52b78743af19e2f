// A nil pointer may have methods called; a value method through it panics, and says which.
package main

import "fmt"

type tree struct {
	left, right *tree
	value       int
}

func (t *tree) Sum() int {
	if t == nil {
		return 0
	}
	return t.left.Sum() + t.value + t.right.Sum()
}
func (t tree) Value() int { return t.value }

type valuer interface{ Value() int }
type holder struct{ *tree }

func call(v valuer) int { return v.Value() }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var t *tree
	fmt.Println(t.Sum(), (&tree{left: &tree{value: 1}, value: 2}).Sum())
	try(func() { t.Value() })
	try(func() { _ = t.Value })
	sum := t.Sum
	fmt.Println(sum())
	var v valuer = t
	fmt.Println(v == nil, v != nil)
	try(func() { call(v) })
	try(func() { holder{}.Value() })
	try(func() { var v valuer = holder{}; v.Value() })
	try(func() { var v valuer; v.Value() })
	try(func() { var v valuer; _ = v.Value })
	try(func() { fmt.Println(holder{}.Sum()) })
	try(func() { (*tree).Value(nil) })
	try(func() { _ = t.left.right })
	try(func() { *t = tree{} })
}
