// A goroutine serves a package's queue that nothing will be put into any more.
//
// Report: goroutine leak: missing close
package main

import (
	"fmt"
	"sync"
	"time"
)

var (
	queue   = make(chan string, 4)
	running sync.WaitGroup
)

func serve() {
	defer running.Done()
	for line := range queue {
		fmt.Println(line)
	}
}

func main() {
	running.Add(1)
	go serve()
	queue <- "one"
	queue <- "two"

	time.Sleep(time.Millisecond)
}
