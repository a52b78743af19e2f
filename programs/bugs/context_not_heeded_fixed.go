// The sender does not look at the context when the receiver has gone.
//
// The repaired twin: nothing is reported.
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
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	numbers := generate(ctx)
	fmt.Println(<-numbers, <-numbers)
	cancel()
	for range numbers {
	}
	time.Sleep(time.Millisecond)
}
