// Calls of methods through an interface.
package main

import "fmt"

const size = 2000000

type Shape interface {
	Area() int
	Grow(n int)
}

type Square struct{ side int }
type Rect struct{ width, height int }
type Strip struct{ length int }

func (s *Square) Area() int  { return s.side * s.side }
func (s *Square) Grow(n int) { s.side += n }
func (r *Rect) Area() int    { return r.width * r.height }
func (r *Rect) Grow(n int)   { r.width += n }
func (s *Strip) Area() int   { return s.length }
func (s *Strip) Grow(n int)  { s.length += n }

func main() {
	shapes := []Shape{&Square{1}, &Rect{2, 3}, &Strip{4}, &Square{5}}
	total := 0
	for i := 0; i < size; i++ {
		for _, s := range shapes {
			total = (total + s.Area()) % 1000003
		}
		shapes[i%len(shapes)].Grow(i & 1)
	}
	fmt.Println(total)
}
