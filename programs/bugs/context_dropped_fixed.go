// The cancel function is thrown away: the goroutine never hears that it may stop.
//
// The repaired twin: nothing is reported.
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan bool)
	ticks := make(chan int)
	go func() {
		ticks <- 1
		<-ctx.Done()
		close(stopped)
	}()
	fmt.Println(<-ticks)
	cancel()
	<-stopped
}
