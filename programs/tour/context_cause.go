// Context cause: WithCancelCause tells the workers why they were stopped.
package main

import (
	"context"
	"errors"
	"fmt"
)

var errDiskFull = errors.New("disk full")

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	done := make(chan bool)
	stop := context.AfterFunc(ctx, func() {
		fmt.Println("clean up after:", context.Cause(ctx))
		close(done)
	})
	cancel(fmt.Errorf("saving: %w", errDiskFull))
	<-done
	cancel(errors.New("too late")) // only the first cause counts
	fmt.Println("Err:", ctx.Err())
	fmt.Println("Cause:", context.Cause(ctx))
	fmt.Println("disk full:", errors.Is(context.Cause(ctx), errDiskFull))
	fmt.Println("could still be stopped:", stop())
}
