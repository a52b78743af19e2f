// Deadlock: an unbuffered send needs a receiver, and main cannot be both.
package main

func main() {
	ch := make(chan int)
	ch <- 1
}
