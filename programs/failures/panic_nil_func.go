// Panic: a call of a nil function.
package main

func main() {
	var f func(int) int
	f(1)
}
