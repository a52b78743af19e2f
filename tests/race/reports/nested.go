package main

import "time"

var n int

func leaf() { n = 1 }

func outer(depth int) {
	go func() {
		leaf()
	}()
}

func main() {
	go outer(1)
	time.Sleep(10 * time.Millisecond)
	n = 5
}
