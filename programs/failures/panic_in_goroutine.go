// Panic: in a goroutine it ends the whole program, whatever main recovers from.
package main

import "fmt"

func work(n int) {
	fmt.Println("working on", n)
	panic("no idea how")
}

func main() {
	defer func() { recover() }() // does not help: only its own goroutine's panics
	go work(7)
	select {}
}
