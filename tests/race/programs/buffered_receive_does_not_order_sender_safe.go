package main

import "fmt"

// A receive comes after the send, but on a buffered channel the send does not wait for the receive.
func main() {
	c := make(chan int)
	x := 0
	finished := make(chan bool)
	go func() {
		x = 1
		<-c
		finished <- true
	}()
	c <- 0
	fmt.Println(x)
	<-finished
}
