package main

import (
	"fmt"
	"time"
)

func main() {
	x := 0
	done := make(chan bool)
	go func() {
		x = 1
		done <- true
	}()
	<-done
	fmt.Println(x)
	_ = time.Now
}
