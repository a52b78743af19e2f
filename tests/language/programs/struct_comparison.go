// Structs are equal when their fields are; interfaces inside may panic.
package main

import "fmt"

type inner struct{ x, y int }
type outer struct {
	inner
	name string
	_    int
	any  any
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	a, b := outer{inner{1, 2}, "n", 0, 1}, outer{inner{1, 2}, "n", 0, 1}
	fmt.Println(a == b, a != b, a.inner == b.inner, &a == &b)
	b.any = "1"
	fmt.Println(a == b, any(a) == any(a), any(a) == any(b))
	a.any = []int{}
	try(func() { fmt.Println(a == a) })
	b.name = "other"
	try(func() { fmt.Println(a == b) })
	fmt.Println(struct{ n float64 }{0} == struct{ n float64 }{-0.0}, struct{}{} == struct{}{})
	anonymous := struct{ x, y int }{1, 2}
	fmt.Println(anonymous == a.inner, inner(anonymous) == a.inner)
	p, q := &inner{1, 2}, &inner{1, 2}
	fmt.Println(p == q, *p == *q, [2]inner{} == [2]inner{{0, 0}})
	e1, e2 := error(nil), fmt.Errorf("e")
	fmt.Println(struct{ e error }{e1} == struct{ e error }{}, struct{ e error }{e2} == struct{ e error }{e2})
}
