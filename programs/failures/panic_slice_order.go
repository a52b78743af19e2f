// Panic: a slice expression whose start is after its end.
package main

func main() {
	x := []int{1, 2, 3}
	i, j := 3, 2
	println(len(x[i:j]))
}
