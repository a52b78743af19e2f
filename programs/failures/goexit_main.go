// Deadlock: main ends its own goroutine with Goexit, and there is no other.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	defer fmt.Println("deferred calls run")
	runtime.Goexit()
}
