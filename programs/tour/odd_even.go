// Turn taking: two goroutines print odd and even numbers in order by passing a token.
package main

import "fmt"

func printer(name string, start, limit int, mine <-chan bool, other chan<- bool) {
	for n := start; n <= limit; n += 2 {
		<-mine
		fmt.Println(name, n)
		other <- true
	}
}

func main() {
	odd, even := make(chan bool, 1), make(chan bool, 1)
	odd <- true
	done := make(chan bool)
	go printer("odd ", 1, 9, odd, even)
	go func() {
		printer("even", 2, 10, even, odd)
		close(done)
	}()
	<-done
}
