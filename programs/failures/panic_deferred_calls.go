// Panic: deferred calls run on the way up, in every function.
package main

import "fmt"

func inner() {
	defer fmt.Println("inner cleans up")
	panic("trouble")
}

func outer() {
	defer fmt.Println("outer cleans up")
	inner()
	fmt.Println("never printed")
}

func main() {
	defer fmt.Println("main cleans up")
	outer()
}
