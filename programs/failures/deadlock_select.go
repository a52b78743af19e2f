// Deadlock: no case of the select will ever be ready.
package main

func main() {
	a, b := make(chan int), make(chan string)
	select {
	case <-a:
	case b <- "x":
	}
}
