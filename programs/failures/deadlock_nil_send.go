// Deadlock: a send on a nil channel blocks for ever.
package main

func main() {
	var ch chan int
	ch <- 1
}
