// Two goroutines greet each other, and both send first.
//
// Report: deadlock: missing receiver
package main

import (
	"fmt"
	"sync"
)

func main() {
	left, right := make(chan string), make(chan string)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		left <- "hi"
		fmt.Println(<-right)
	}()
	go func() {
		defer wg.Done()
		right <- "ho"
		fmt.Println(<-left)
	}()
	wg.Wait()
}
