// Panic: a sender that waits is woken by close, and panics.
package main

import "time"

func send(ch chan<- int) {
	ch <- 1
}

func main() {
	ch := make(chan int)
	go send(ch)
	time.Sleep(time.Millisecond)
	close(ch)
	select {}
}
