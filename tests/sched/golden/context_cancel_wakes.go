// Cancelling a context wakes those who wait for it as closing a channel does.
package main

import (
	"context"
	"runtime"
	"sync"
)

func main() {
	log := ""
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() { <-ctx.Done(); log += name })
	}
	runtime.Gosched()
	cancel()
	log += "|"
	wg.Wait()
	println(log)
}
