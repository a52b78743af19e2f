// Generator: a function returns a receive-only channel that yields the Fibonacci numbers below a limit.
package main

import "fmt"

func fibonacci(limit int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for a, b := 0, 1; a < limit; a, b = b, a+b {
			out <- a
		}
	}()
	return out
}

func main() {
	for n := range fibonacci(100) {
		fmt.Print(n, " ")
	}
	fmt.Println()
	_, open := <-fibonacci(0)
	fmt.Println("open:", open)
}
