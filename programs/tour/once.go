// Once: however many goroutines ask, the set-up runs once, and all of them wait for it.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	config := ""
	ready := make(chan string, 5)
	for range 5 {
		go func() {
			once.Do(func() {
				fmt.Println("loading")
				config = "loaded"
			})
			ready <- config
		}()
	}
	for range 5 {
		fmt.Println(<-ready)
	}
}
