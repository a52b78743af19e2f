// Compile error: sending on a receive-only channel, receiving from a send-only one, closing what one only reads.
package main

func main() {
	ch := make(chan int)
	var in <-chan int = ch
	var out chan<- int = ch
	in <- 1
	<-out
	close(in)
	ch = in
}
