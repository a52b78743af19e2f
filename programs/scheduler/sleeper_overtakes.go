// A sleeper that wakes is put in front: it overtakes goroutines that queued up before its time was over.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	var order []string
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		time.Sleep(time.Millisecond)
		order = append(order, "sleeper")
	}()
	runtime.Gosched()
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			order = append(order, fmt.Sprint("queued ", i))
		}()
	}
	for start := time.Now(); time.Since(start) < 3*time.Millisecond; {
		// busy until the sleeper's time is over
	}
	wg.Wait()
	for _, line := range order {
		fmt.Println(line)
	}
}
