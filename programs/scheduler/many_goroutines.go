// Ring overflow: the local run queue holds 256 goroutines; when it is full, half of it moves to the global queue.
package main

import (
	"fmt"
	"sync"
)

// ranges prints 1 2 3 7 8 as 1-3 7-8.
func ranges(xs []int) {
	for i := 0; i < len(xs); {
		j := i + 1
		for j < len(xs) && xs[j] == xs[j-1]+1 {
			j++
		}
		if j-i == 1 {
			fmt.Println(xs[i])
		} else {
			fmt.Printf("%d-%d\n", xs[i], xs[j-1])
		}
		i = j
	}
}

func main() {
	var order []int
	var wg sync.WaitGroup
	for i := range 600 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			order = append(order, i)
		}()
	}
	wg.Wait()
	ranges(order)
}
