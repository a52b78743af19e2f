// FailNow ends the goroutine that calls it, which here is not the benchmark's: its message never comes.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"testing"
)

func main() {
	testing.Benchmark(func(b *testing.B) {
		if b.N > 1 {
			return
		}
		result := make(chan int)
		go func() {
			if b.N == 1 {
				b.Fail()
			}
			result <- 1
		}()
		<-result
	})
	fmt.Println("measured")
}
