// Panic: a negative index.
package main

func main() {
	x := []int{1, 2, 3}
	i := -1
	println(x[i])
}
