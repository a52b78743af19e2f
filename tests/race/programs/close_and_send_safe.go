package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int, 1)
	sent := make(chan bool)
	go func() {
		c <- 1
		sent <- true
	}()
	<-sent
	_ = time.Now
	close(c)
	fmt.Println(<-c)
}
