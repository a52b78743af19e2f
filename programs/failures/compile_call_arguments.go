// Compile error: too few, too many and wrong arguments and results.
package main

func pair(a int, b string) (int, error) { return a, nil }

func main() {
	pair(1)
	pair(1, "x", 2)
	pair("x", 1)
	n := pair(1, "x")
	a, b, c := pair(1, "x")
	_, _, _, _ = n, a, b, c
}
