package main

import (
	"fmt"
	"time"
)

func main() {
	x := 0
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() {
		x = 2 // race
		done <- true
	})
	x = 1 // race
	<-done
	fmt.Println(x)
}
