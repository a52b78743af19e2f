// Panic: the end of a slice expression is beyond the capacity.
package main

func main() {
	x := make([]int, 2, 4)
	j := 5
	println(len(x[1:j]))
}
