// A producer, a stage that works on what comes and a consumer, with buffered channels between them.
package main

import "fmt"

const size = 2000000

func main() {
	raw, cooked := make(chan int, 64), make(chan int, 64)
	go func() {
		for i := 0; i < size; i++ {
			raw <- i
		}
		close(raw)
	}()
	go func() {
		for n := range raw {
			cooked <- n * 3 % 1000
		}
		close(cooked)
	}()
	sum := 0
	for n := range cooked {
		sum += n
	}
	fmt.Println(sum)
}
