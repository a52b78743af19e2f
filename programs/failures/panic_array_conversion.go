// Panic: converting a slice to an array that is longer.
package main

func main() {
	s := []int{1, 2}
	a := [4]int(s)
	println(a[0])
}
