// Compile error: a function with a result can reach its end without return.
package main

func sign(n int) int {
	if n < 0 {
		return -1
	} else if n > 0 {
		return 1
	}
}

func main() {
	sign(3)
}
