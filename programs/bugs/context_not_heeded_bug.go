// The sender does not look at the context when the receiver has gone.
//
// Report: goroutine leak: missing receiver
package main

import (
	"context"
	"fmt"
	"time"
)

func generate(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			out <- i
		}
	}()
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	numbers := generate(ctx)
	fmt.Println(<-numbers, <-numbers)
	cancel()

	time.Sleep(time.Millisecond)
}
