// Half a cure for starvation: select {} blocks main instead of spinning, but once the goroutine is done nobody is left.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	go func() {
		for i := 0; i < 10; i++ {
			fmt.Println(i)
		}
	}()
	select {}
}
