// Context timeout: slow work is abandoned when the deadline passes, quick work is not.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func work(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	for _, d := range []time.Duration{time.Millisecond, time.Minute} {
		ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
		err := work(ctx, d)
		_, hasDeadline := ctx.Deadline()
		fmt.Println(err, errors.Is(err, context.DeadlineExceeded), hasDeadline)
		cancel()
	}
}
