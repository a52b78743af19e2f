// Deadlock: the third send finds the buffer full and nobody to empty it.
package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	for i := range 3 {
		fmt.Println("sending", i)
		ch <- i
	}
}
