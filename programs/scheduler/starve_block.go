// The real cure for starvation: do not spin at all, but block on a channel until the goroutine is done.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := 0; i < 10; i++ {
			fmt.Println(i)
		}
	}()
	<-done
}
