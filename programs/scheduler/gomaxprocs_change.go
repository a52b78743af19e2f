// GOMAXPROCS at run time: returns the old number of processors, and an argument below one only asks.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println("at start:", runtime.GOMAXPROCS(0))
	fmt.Println("set to 3, was:", runtime.GOMAXPROCS(3))
	fmt.Println("now:", runtime.GOMAXPROCS(-1))

	results := make(chan int)
	for i := range 6 {
		go func() { results <- i * i }()
	}
	runtime.GOMAXPROCS(1) // goroutines queued on processors that vanish are not lost
	sum := 0
	for range 6 {
		sum += <-results
	}
	fmt.Println("sum:", sum, "on", runtime.GOMAXPROCS(0))
}
