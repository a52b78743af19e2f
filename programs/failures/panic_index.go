// Panic: an index beyond the end of a slice.
package main

func main() {
	x := []int{1, 2, 3}
	i := 5
	println(x[i])
}
