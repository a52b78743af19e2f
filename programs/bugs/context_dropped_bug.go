// The cancel function is thrown away: the goroutine never hears that it may stop.
//
// Report: goroutine leak: context never cancelled
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, _ := context.WithCancel(context.Background())

	ticks := make(chan int)
	go func() {
		ticks <- 1
		<-ctx.Done()

	}()
	fmt.Println(<-ticks)

}
