// All senders have gone before the select.
//
// Report: deadlock: select without partner
package main

import (
	"fmt"
	"sync"
)

func main() {
	numbers, words := make(chan int), make(chan string)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		numbers <- 1
	}()
	go func() {
		defer wg.Done()
		words <- "one"
	}()
	for range 3 {
		select {
		case n := <-numbers:
			fmt.Println(n > 0)
		case w := <-words:
			fmt.Println(w != "")
		}
	}
	wg.Wait()
}
