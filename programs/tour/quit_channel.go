// Quit channel: the receiver tells an endless generator when to stop, and waits until it has cleaned up.
package main

import "fmt"

func powers(out chan<- int, quit <-chan struct{}, stopped chan<- string) {
	for n := 1; ; n *= 2 {
		select {
		case out <- n:
		case <-quit:
			stopped <- "cleaned up"
			return
		}
	}
}

func main() {
	out := make(chan int)
	quit := make(chan struct{})
	stopped := make(chan string)
	go powers(out, quit, stopped)
	for range 8 {
		fmt.Println(<-out)
	}
	close(quit)
	fmt.Println(<-stopped)
}
