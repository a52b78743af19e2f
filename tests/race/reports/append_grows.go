package main

import (
	"fmt"
	"time"
)

func main() {
	xs := []int{1, 2}
	go func() { xs[0] = 3 }()
	time.Sleep(10 * time.Millisecond)
	ys := append(xs, 4)
	fmt.Println(len(ys))
}
