// An interface is nil only without a type; equality compares type and value; assertions tell what they find.
package main

import (
	"errors"
	"fmt"
	"io"
)

type myError struct{ text string }

func (e *myError) Error() string { return e.text }

type small interface{ M() }
type large interface {
	small
	N(int) string
}
type value int

func (value) M() {}

func find(fail bool) error {
	var e *myError
	if fail {
		e = &myError{"failed"}
	}
	return e
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	fmt.Println(find(false) == nil, find(true), find(false).(*myError) == nil)
	var e1, e2 error = &myError{"a"}, &myError{"a"}
	var a, b any = 1, int64(1)
	fmt.Println(e1 == e2, e1 == e1, a == b, a == 1, b == int64(1), a != nil, any(nil) == nil)
	var s small = value(1)
	_, ok := s.(large)
	n, isInt := a.(int)
	_, isString := a.(string)
	fmt.Println(ok, n, isInt, isString, s == value(1), s == small(value(2)))
	var x any = "text"
	try(func() { _ = x.(int) })
	try(func() { _ = x.(fmt.Stringer) })
	try(func() { _ = s.(large) })
	try(func() { x = nil; _ = x.(int) })
	try(func() { _ = x.(io.Reader) })
	try(func() { var l large; _ = small(l).(large) })
	try(func() { x = s; _ = x.(*value) })
	try(func() { type value int; _ = x.(value) })
	try(func() { x = struct{ a int }{1}; _ = x.(struct{ b int }) })
	try(func() { x = []int{}; fmt.Println(x == x) })
	try(func() { x = map[string]int{}; fmt.Println(x == any(1)) })
	var target *myError
	wrapped := fmt.Errorf("wrapped: %w", e1)
	fmt.Println(errors.As(wrapped, &target), target == e1, errors.Is(wrapped, e2), wrapped)
	var anonymous interface{ Error() string } = e1
	e2 = anonymous
	fmt.Println(e2 == e1)
}
