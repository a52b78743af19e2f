package main

import "time"

var x int

func set(n int) { x = n }

func main() {
	defer set(4)
	go set(1)
	go func() {
		time.Sleep(10 * time.Millisecond)
		go set(2)
	}()
	time.Sleep(20 * time.Millisecond)
}
