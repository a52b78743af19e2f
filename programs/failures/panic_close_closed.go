// Panic: closing a channel twice.
package main

func main() {
	ch := make(chan int)
	close(ch)
	close(ch)
}
