// Gosched with nobody else to run: the goroutine simply goes on.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	for i := range 3 {
		runtime.Gosched()
		fmt.Println("still here", i, "goroutines:", runtime.NumGoroutine())
	}
}
