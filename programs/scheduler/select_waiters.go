// Select waiters: goroutines that wait on two channels queue on both, and one send wakes exactly one of them.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	left, right := make(chan string), make(chan string)
	var waiting, log []string
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			waiting = append(waiting, fmt.Sprint(i))
			select {
			case s := <-left:
				log = append(log, fmt.Sprint(i, " left ", s))
			case s := <-right:
				log = append(log, fmt.Sprint(i, " right ", s))
			}
		}()
	}
	for len(waiting) < 4 {
		runtime.Gosched()
	}
	left <- "one"
	right <- "two"
	right <- "three"
	left <- "four"
	wg.Wait()
	fmt.Println("waited:", waiting)
	for _, line := range log {
		fmt.Println(line)
	}
}
