// LockOSThread: a locked goroutine has a thread to itself, but queues for the processor like all others.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var log []string
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i%2 == 0 {
				runtime.LockOSThread()
				defer runtime.UnlockOSThread()
			}
			log = append(log, fmt.Sprint("before ", i))
			runtime.Gosched()
			log = append(log, fmt.Sprint("after ", i))
		}()
	}
	wg.Wait()
	for _, line := range log {
		fmt.Println(line)
	}
}
