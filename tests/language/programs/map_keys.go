// Keys: NaN is found by nobody, zeros are equal, interfaces compare type and value, some cannot be hashed.
package main

import (
	"fmt"
	"math"
)

type point struct {
	x int
	s string
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	nan := math.NaN()
	f := map[float64]int{0: 1}
	f[nan], f[nan] = 2, 3
	f[math.Copysign(0, -1)] = 4
	_, found := f[nan]
	delete(f, nan)
	fmt.Println(len(f), f[0], found)
	sum := 0
	for k, v := range f {
		if k != k {
			sum += v
		}
	}
	clear(f)
	fmt.Println(sum, len(f))

	m := map[any]string{1: "int", int8(1): "int8", 1.0: "float64", "1": "string", nil: "nil", [2]int{1, 2}: "array"}
	m[point{1, "a"}] = "struct"
	m['a'] = "rune"
	fmt.Println(m[1], m[int8(1)], m[1.0], m["1"], m[nil], m[[2]int{1, 2}], m[point{1, "a"}], m[int32(97)], m[uint(1)])
	try(func() { m[[]int{1}] = "" })
	try(func() { _ = m[map[int]int{}] })
	try(func() { delete(m, any(func() {})) })
	try(func() { m[struct{ f any }{[]int{}}] = "" })
	try(func() { m[[1]any{main}] = "" })
	x, y := 1, 1
	p := map[*int]string{&x: "x", &y: "y"}
	c := make(chan int)
	k := map[chan int]int{c: 1, nil: 2}
	fmt.Println(len(p), p[&x], k[c], k[nil], k[make(chan int)])
	n := map[point]map[string]int{{1, "p"}: {"a": 1}}
	n[point{1, "p"}]["b"]++
	fmt.Println(n, n[point{}]["q"], len(n))
}
