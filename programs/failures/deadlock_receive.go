// Deadlock: main receives from a channel that nobody sends on.
package main

import "fmt"

func main() {
	ch := make(chan int)
	fmt.Println("before")
	fmt.Println(<-ch)
}
