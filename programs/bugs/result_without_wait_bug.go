// main reads the result without waiting for the goroutine that makes it.
//
// Report: data race
package main

import (
	"fmt"
	"time"
)

func main() {
	result := 0
	done := make(chan bool, 1)
	go func() {
		result = 6 * 7
		done <- true
	}()
	time.Sleep(time.Millisecond)
	fmt.Println(result)
	var _ time.Duration
}
