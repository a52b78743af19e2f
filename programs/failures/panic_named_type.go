// Panic: with a value of a named type without methods.
package main

type Level float64

func main() {
	panic(Level(2.5))
}
