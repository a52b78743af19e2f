// Bounded parallelism: two hundred tasks on four goroutines, with the results in the order of the tasks.
package main

import (
	"fmt"
	"sync"
)

func parallelMap(items []int, workers int, f func(int) int) []int {
	results := make([]int, len(items))
	indexes := make(chan int)
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range indexes {
				results[i] = f(items[i])
			}
		}()
	}
	for i := range items {
		indexes <- i
	}
	close(indexes)
	wg.Wait()
	return results
}

func collatz(n int) (steps int) {
	for ; n != 1; steps++ {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
	}
	return steps
}

func main() {
	items := make([]int, 200)
	for i := range items {
		items[i] = i + 1
	}
	steps := parallelMap(items, 4, collatz)
	fmt.Println(steps[:10])
	longest := 0
	for i := range steps {
		if steps[i] > steps[longest] {
			longest = i
		}
	}
	fmt.Println("longest chain below 200:", items[longest], "takes", steps[longest])
}
