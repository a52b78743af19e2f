// A goroutine serves a package's queue that nothing will be put into any more.
//
// The repaired twin: nothing is reported.
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
	close(queue)
	running.Wait()
	time.Sleep(time.Millisecond)
}
