// Waiting senders are served first in, first out, even when they were started in another order.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	ch := make(chan int)
	var waiting []int
	for i := range 5 {
		go func() {
			waiting = append(waiting, i)
			ch <- i
		}()
	}
	for len(waiting) < 5 {
		runtime.Gosched()
	}
	fmt.Println("waiting: ", waiting)
	received := make([]int, 5)
	for i := range received {
		received[i] = <-ch
	}
	fmt.Println("received:", received)
}
