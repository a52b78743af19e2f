// An inner ctx hides the one whose cancel is called.
//
// Report: goroutine leak: context never cancelled
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
		ctx, _ := context.WithCancel(context.WithoutCancel(ctx))
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
