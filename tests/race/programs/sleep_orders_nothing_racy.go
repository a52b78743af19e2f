package main

import (
	"fmt"
	"time"
)

func main() {
	x := 0
	done := make(chan bool)
	go func() {
		x = 1 // race
	}()
	time.Sleep(time.Millisecond)
	fmt.Println(x) // race
	_ = done
}
