// The work gets a context of its own instead of the caller's.
//
// The repaired twin: nothing is reported.
package main

import (
	"context"
	"fmt"
	"time"
)

func work(ctx context.Context, stopped chan<- bool) {
	inner, cancel := context.WithCancel(ctx)
	go func() {
		<-inner.Done()
		cancel()
		stopped <- true
	}()
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan bool, 1)
	work(ctx, stopped)
	cancel()
	select {
	case <-stopped:
		fmt.Println("stopped")
	case <-time.After(time.Second):
		fmt.Println("still there")
	}
}
