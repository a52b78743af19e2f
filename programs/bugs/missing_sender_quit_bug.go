// The worker heeds the quit signal and never answers.
//
// Report: deadlock: missing sender
package main

import "fmt"

func main() {
	quit, result := make(chan bool), make(chan int)
	go func() {
		sum := 0
		for i := 0; ; i++ {
			select {
			case <-quit:
				return
			default:
				sum += i
			}
		}
	}()
	close(quit)
	fmt.Println(<-result >= 0)
}
