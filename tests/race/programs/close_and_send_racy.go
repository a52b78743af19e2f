package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int, 1)
	go func() {
		c <- 1 // race
	}()
	time.Sleep(time.Millisecond)
	close(c) // race
	fmt.Println(<-c)
}
