// Panic: with a struct, of which only type and address are printed.
package main

type Point struct{ X, Y int }

func main() {
	panic(Point{1, 2})
}
