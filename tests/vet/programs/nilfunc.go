package main

import "fmt"

type t struct{ f func() }

func (t) method() {}

func generic[T any]() {}

func f() {}

func main() {
	var v t
	var g func()
	_ = f == nil
	_ = nil != f
	_ = v.method == nil
	_ = t.method != nil
	_ = fmt.Println == nil
	_ = (f) == nil
	_ = generic[int] == nil
	_ = g == nil
	_ = v.f == nil
}
