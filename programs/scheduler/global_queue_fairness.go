// The 61st tick: main yields to the global queue, which is looked at every 61 scheduling rounds while the local queue is full.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	ran := 0
	var turns []int
	for range 200 {
		go func() { ran++ }()
	}
	for ran < 200 {
		before := ran
		runtime.Gosched()
		turns = append(turns, ran-before)
	}
	for _, n := range turns {
		fmt.Println("main yielded, and", n, "goroutines ran")
	}
}
