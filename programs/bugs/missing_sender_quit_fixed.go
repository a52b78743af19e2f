// The worker heeds the quit signal and never answers.
//
// The repaired twin: nothing is reported.
package main

import "fmt"

func main() {
	quit, result := make(chan bool), make(chan int)
	go func() {
		sum := 0
		for i := 0; ; i++ {
			select {
			case <-quit:
				result <- sum
				return
			default:
				sum += i
			}
		}
	}()
	close(quit)
	fmt.Println(<-result >= 0)
}
