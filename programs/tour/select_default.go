// Select with default: try to send or receive without ever blocking.
package main

import "fmt"

func trySend(ch chan int, v int) {
	select {
	case ch <- v:
		fmt.Println("sent", v)
	default:
		fmt.Println("full, dropped", v)
	}
}

func tryReceive(ch chan int) {
	select {
	case v, ok := <-ch:
		fmt.Println("received", v, ok)
	default:
		fmt.Println("nothing there")
	}
}

func main() {
	ch := make(chan int, 2)
	tryReceive(ch)
	trySend(ch, 1)
	trySend(ch, 2)
	trySend(ch, 3)
	tryReceive(ch)
	tryReceive(ch)
	tryReceive(ch)
	close(ch)
	tryReceive(ch) // a closed channel is always ready
}
