// Deadlock: the first stage forgets to close its channel, so the next one and main wait for more.
package main

import "fmt"

func numbers(out chan<- int) {
	for i := 1; i <= 2; i++ {
		out <- i
	}
}

func double(in <-chan int, out chan<- int) {
	for v := range in {
		out <- 2 * v
	}
	close(out)
}

func main() {
	a, b := make(chan int), make(chan int)
	go numbers(a)
	go double(a, b)
	for v := range b {
		fmt.Println(v)
	}
}
