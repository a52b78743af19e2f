// Waits for signals and says which came, and when in virtual time.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	start := time.Now()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	fmt.Println("ready")
	for s := range c {
		fmt.Println(s, time.Since(start).Round(time.Millisecond))
		if s == syscall.SIGTERM {
			break
		}
	}
	signal.Stop(c)
	time.Sleep(time.Second)
	fmt.Println("not interrupted")
}
