// The background goroutine waits on a channel that was never made.
//
// Report: goroutine leak: nil channel
package main

import (
	"fmt"
	"time"
)

func main() {
	var stop chan bool

	go func() {
		<-stop
	}()
	time.Sleep(time.Millisecond)
	if stop != nil {
		close(stop)
		time.Sleep(time.Millisecond)
	}
	fmt.Println("end")
}
