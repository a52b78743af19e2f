// A context with a deadline wakes its waiters when the time has come, not before a shorter sleep ends.
package main

import (
	"context"
	"sync"
	"time"
)

func main() {
	log := ""
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() { <-ctx.Done(); log += name })
	}
	wg.Go(func() { time.Sleep(50 * time.Millisecond); log += "s" })
	wg.Wait()
	println(log)
}
