// A goroutine waits for a timer that somebody has stopped.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Second)
	done := make(chan bool)
	go func() {
		select {
		case <-timer.C:
		case <-done:
		}
	}()
	timer.Stop()
	close(done)
	time.Sleep(2 * time.Second)
	fmt.Println("stopped")
}
