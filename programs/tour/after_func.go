// AfterFunc: runs a function in its own goroutine later, unless it is stopped in time.
package main

import (
	"fmt"
	"time"
)

func main() {
	fired := make(chan string)
	time.AfterFunc(20*time.Millisecond, func() { fired <- "second" })
	time.AfterFunc(time.Millisecond, func() { fired <- "first" })
	never := time.AfterFunc(time.Hour, func() { fired <- "never" })

	fmt.Println("stopped in time:", never.Stop())
	fmt.Println("stopped again:", never.Stop())
	fmt.Println(<-fired)
	fmt.Println(<-fired)
}
