// Parallel sum: each goroutine adds up its own part of a slice.
package main

import "fmt"

func sum(part []int, out chan<- int) {
	total := 0
	for _, v := range part {
		total += v
	}
	out <- total
}

func main() {
	numbers := make([]int, 1000)
	for i := range numbers {
		numbers[i] = i + 1
	}
	const parts = 4
	size := len(numbers) / parts
	out := make(chan int)
	for p := range parts {
		go sum(numbers[p*size:(p+1)*size], out)
	}
	total := 0
	for range parts {
		total += <-out
	}
	fmt.Println(total)
}
