// Starvation: main spins and never yields, so on one processor the goroutine runs only because spinning code can be preempted.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	go func() {
		for i := 0; i < 10; i++ {
			fmt.Println(i)
		}
	}()
	for {
	}
}
