// Interfaces: goroutines measure shapes of several types through the methods they share.
package main

import (
	"fmt"
	"math"
)

type Shape interface {
	Area() float64
	Name() string
}

type named struct{ name string }

func (n named) Name() string { return n.name }

type Circle struct {
	named
	r float64
}

func (c Circle) Area() float64 { return math.Pi * c.r * c.r }

type Rect struct {
	named
	w, h float64
}

func (r *Rect) Area() float64  { return r.w * r.h }
func (r *Rect) String() string { return fmt.Sprintf("Rect(%gx%g)", r.w, r.h) }

func main() {
	shapes := []Shape{Circle{named{"circle"}, 1}, &Rect{named{"rect"}, 2, 3.5}}
	for _, s := range shapes {
		area := make(chan float64)
		go func() { area <- s.Area() }()
		fmt.Printf("%-6s %.3f\n", s.Name(), <-area)
		switch v := s.(type) {
		case Circle:
			fmt.Println("a circle of radius", v.r)
		case fmt.Stringer:
			fmt.Println("prints itself as", v)
		}
	}
}
