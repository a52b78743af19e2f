package main

import "time"

var n int

func main() {
	go func() {
		time.Sleep(10 * time.Millisecond)
		println(n)
	}()
	n = 5
	time.Sleep(20 * time.Millisecond)
}
