// Multiplexing: one select loop serves two channels of different types until both have said goodbye.
package main

import "fmt"

func main() {
	numbers := make(chan int)
	words := make(chan string)
	done := make(chan bool)

	go func() {
		for i := 1; i <= 10; i++ {
			numbers <- i
		}
		done <- true
	}()
	go func() {
		for _, w := range []string{"alpha", "beta", "gamma"} {
			words <- w
		}
		done <- true
	}()

	sum, letters := 0, 0
	for running := 2; running > 0; {
		select {
		case n := <-numbers:
			sum += n
		case w := <-words:
			letters += len(w)
		case <-done:
			running--
		}
	}
	fmt.Println("sum:", sum, "letters:", letters)
}
