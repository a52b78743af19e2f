// Deadlock: main is gone through Goexit, and the goroutine that is left waits for ever.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	ch := make(chan int)
	go func() { <-ch }()
	defer fmt.Println("main says goodbye")
	runtime.Goexit()
}
