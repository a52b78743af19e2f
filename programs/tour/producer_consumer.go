// Producer and consumer: a buffered channel decouples their speeds, and keeps the order of one producer.
package main

import "fmt"

func main() {
	buffer := make(chan int, 4)
	fmt.Println("len", len(buffer), "cap", cap(buffer))
	go func() {
		defer close(buffer)
		for i := range 12 {
			buffer <- i // blocks only while four items are waiting
		}
	}()
	inOrder, n := true, 0
	for item := range buffer {
		inOrder = inOrder && item == n
		n++
	}
	fmt.Println("items:", n, "in order:", inOrder)
}
