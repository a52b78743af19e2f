// main reads the result without waiting for the goroutine that makes it.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"time"
)

func main() {
	result := 0
	done := make(chan bool)
	go func() {
		result = 6 * 7
		done <- true
	}()
	<-done
	fmt.Println(result)
	var _ time.Duration
}
