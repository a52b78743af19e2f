// Time slice inheritance: a pair that wakes each other through runnext shares one time slice, so a third is not starved.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	ping, pong := make(chan int), make(chan int)
	third := false
	go func() { third = true }()
	go func() {
		for v := range ping {
			pong <- v + 1
		}
	}()
	exchanges := 0
	for !third {
		ping <- exchanges
		exchanges = <-pong
	}
	fmt.Println("the third goroutine had its turn")
}
