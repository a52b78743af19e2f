// iota counts the specifications of a group; expressions that are left out repeat.
package main

import "fmt"

type Weekday uint8

const (
	Sunday Weekday = iota
	Monday
	_
	Wednesday
)

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

const (
	a, b = iota, iota * 10
	c, d
	e, f = "x", iota
	g, h
)

const single = iota

const (
	first = "s"
	second
	third = iota
	fourth
	fifth = len("abc") + iota
)

func main() {
	fmt.Println(Sunday, Monday, Wednesday, KB, MB, GB)
	fmt.Println(a, b, c, d, e, f, g, h, single)
	fmt.Println(first, second, third, fourth, fifth)
	const (
		x = 1.5 * iota
		y
		z = func() int { return 0 } == nil || iota > 1
	)
	fmt.Printf("%v %v %v %T\n", x, y, z, Monday)
}
