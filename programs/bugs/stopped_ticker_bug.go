// Stop does not close a ticker's channel: a range over it goes on waiting.
//
// Report: goroutine leak: stopped timer
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(time.Millisecond)
	done := make(chan bool)
	go func() {
		for range ticker.C {
		}
	}()
	time.Sleep(3 * time.Millisecond)
	ticker.Stop()
	close(done)
	time.Sleep(3 * time.Millisecond)
	fmt.Println("stopped")
}
