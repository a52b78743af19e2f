// context.AfterFunc runs its function in a goroutine of its own when the context is cancelled.
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
	wg.Add(1)
	context.AfterFunc(ctx, func() { log += "f"; wg.Done() })
	wg.Go(func() { <-ctx.Done(); log += "w" })
	runtime.Gosched()
	cancel()
	log += "m"
	wg.Wait()
	println(log)
}
