// Panic: the values that panics carry, as recover sees them.
package main

import (
	"errors"
	"fmt"
)

type Celsius float64

type Point struct{ X, Y int }

func try(v any) {
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
	}()
	panic(v)
}

func main() {
	try("text")
	try(42)
	try(2.5)
	try(true)
	try('x')
	try(Celsius(36.6))
	try(Point{1, 2})
	try(&Point{3, 4})
	try(errors.New("an error"))
	try([]int{1, 2})
	try(nil)
}
