// Panic: a shift by a negative number.
package main

func main() {
	n := -1
	println(1 << n)
}
