// Eight workers that take jobs from a channel and give back results, in groups that are waited for.
package main

import (
	"fmt"
	"sync"
)

const size = 1200000

func main() {
	jobs, results := make(chan int, 16), make(chan int, 16)
	var wg sync.WaitGroup
	for w := 0; w < 8; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				results <- j * j % 10007
			}
		}()
	}
	go func() {
		for i := 0; i < size; i++ {
			jobs <- i
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println(sum)
}
