// A goroutine waits for a timer that somebody has stopped.
//
// Report: goroutine leak: stopped timer
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Second)
	done := make(chan bool)
	go func() {
		<-timer.C
	}()
	timer.Stop()
	close(done)
	time.Sleep(2 * time.Second)
	fmt.Println("stopped")
}
