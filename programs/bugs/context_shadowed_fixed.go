// An inner ctx hides the one whose cancel is called.
//
// The repaired twin: nothing is reported.
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan bool, 1)
	if ctx.Err() == nil {

		go func() {
			<-ctx.Done()
			stopped <- true
		}()
	}
	cancel()
	select {
	case <-stopped:
	case <-time.After(time.Millisecond):
	}
	fmt.Println("end")
}
