// Deadlock: ranging over a channel that nobody closes waits for one more value.
package main

import "fmt"

func main() {
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	for v := range ch {
		fmt.Println(v)
	}
}
