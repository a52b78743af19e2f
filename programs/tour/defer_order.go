// Defer: calls run last in, first out, with arguments evaluated at the defer statement.
package main

import "fmt"

func double(n int) (result int) {
	defer func() { result *= 2 }() // may still change a named result
	return n + 1
}

func main() {
	x := 1
	defer fmt.Println("first deferred, runs last, x was", x)
	for i := range 3 {
		defer fmt.Println("deferred in loop", i)
	}
	defer func() { fmt.Println("closure sees x =", x) }()
	x = 2
	fmt.Println("double(4) =", double(4))
}
