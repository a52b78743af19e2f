// A goroutine waits for others, one of which forgets to say that it is done.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go func() {
			if i == 0 {
				wg.Done()
				return
			}
			wg.Done()
		}()
	}
	go func() {
		wg.Wait()
		fmt.Println("all done")
	}()
	time.Sleep(time.Millisecond)
}
