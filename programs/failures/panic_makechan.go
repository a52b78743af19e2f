// Panic: a channel with a buffer of negative size.
package main

func main() {
	n := -1
	ch := make(chan int, n)
	println(len(ch))
}
