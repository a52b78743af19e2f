package main

import (
	"fmt"
	"sync/atomic"
)

var n int64

func main() {
	done := make(chan bool)
	go func() {
		atomic.AddInt64(&n, 1) // race
		done <- true
	}()
	n = 5 // race
	<-done
	fmt.Println(atomic.LoadInt64(&n) > 0)
}
