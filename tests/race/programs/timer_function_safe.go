package main

import (
	"fmt"
	"time"
)

func main() {
	x := 0
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() {
		x = 2
		done <- true
	})
	<-done
	x = 1
	fmt.Println(x)
}
