// Goroutines that sleep over and over, each for times of its own.
package main

import (
	"fmt"
	"sync"
	"time"
)

const size = 1000

func main() {
	var wg sync.WaitGroup
	wakings := make(chan int, 64)
	for i := 0; i < 500; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < size; j++ {
				time.Sleep(time.Duration(1+(i*7+j*13)%50) * time.Microsecond)
			}
			wakings <- size
		}()
	}
	go func() {
		wg.Wait()
		close(wakings)
	}()
	total := 0
	for n := range wakings {
		total += n
	}
	fmt.Println(total)
}
