// Daisy chain: a thousand goroutines in a row pass a number on, each adding one.
package main

import "fmt"

func pass(left chan<- int, right <-chan int) { left <- 1 + <-right }

func main() {
	const n = 1000
	leftmost := make(chan int)
	left := leftmost
	for range n {
		right := make(chan int)
		go pass(left, right)
		left = right
	}
	go func() { left <- 1 }()
	fmt.Println(<-leftmost)
}
