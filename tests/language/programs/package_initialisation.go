// Package variables are initialised by what they depend on, then the init functions run in order.
package main

import "fmt"

var (
	a         = b + 1
	b         = f()
	c, d      = pair()
	x         = y
	y         = z
	z         = 5
	_         = trace("blank")
	viaFunc   = late()
	hidden    = trace("hidden")
	viaMethod = t{1}.method()
	forMethod = trace("method")
	closure   = func() int { return captured }
	called    = closure()
	captured  = trace("captured")
	p, q      = q + 1, r
	r         = trace("r")
	array     = [...]int{len(array), p}
	m         = map[string]*int{"a": &a}
	once      = func() int { return trace("literal") }()
)

type t struct{ n int }

func (v t) method() int { return v.n + forMethod }

func late() int   { return helper() }
func helper() int { return hidden }

func f() int {
	fmt.Println("f sees c =", c)
	return c * 2
}
func pair() (int, int) {
	fmt.Println("pair")
	return 3, 4
}
func trace(s string) int {
	fmt.Println("initialise", s)
	return 1
}

func init() {
	fmt.Println("first init", a, b, c, d, x, y, z)
	a = 100
}

func main() {
	fmt.Println("main", a, *m["a"], viaFunc, viaMethod, called, p, q, array, once)
}

func init() { fmt.Println("second init", a) }
func init() { a++ }
