// Rate limiter: a ticker spaces the requests out, whoever makes them.
package main

import (
	"fmt"
	"time"
)

func main() {
	const every = 4 * time.Millisecond
	start := time.Now()
	limiter := time.NewTicker(every)
	defer limiter.Stop()

	requests := make(chan int, 5)
	for i := 1; i <= 5; i++ {
		requests <- i
	}
	close(requests)

	for r := range requests {
		<-limiter.C
		fmt.Println("request", r)
	}
	fmt.Println("not faster than the limit:", time.Since(start) >= 5*every)
}
