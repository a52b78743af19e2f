// An event loop: select over two channels and one that ends it.
package main

import "fmt"

const size = 450000

func produce(out chan<- int, done chan<- bool, step int) {
	for i := 0; i < size; i++ {
		out <- i * step
	}
	done <- true
}

func main() {
	a, b, done := make(chan int), make(chan int), make(chan bool)
	go produce(a, done, 1)
	go produce(b, done, 2)
	sum, running := 0, 2
	for running > 0 {
		select {
		case n := <-a:
			sum += n
		case n := <-b:
			sum -= n / 3
		case <-done:
			running--
		}
	}
	fmt.Println(sum)
}
