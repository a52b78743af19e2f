// The stage in the middle does not pass the end on.
//
// Report: deadlock: missing close
package main

import "fmt"

func numbers(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			out <- i
		}
	}()
	return out
}

func squares(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {

		for n := range in {
			out <- n * n
		}
	}()
	return out
}

func main() {
	sum := 0
	for n := range squares(numbers(4)) {
		sum += n
	}
	fmt.Println(sum)
}
