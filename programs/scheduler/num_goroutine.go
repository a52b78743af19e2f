// NumGoroutine counts goroutines that are running, runnable or blocked, until they have ended.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	fmt.Println("at start:", runtime.NumGoroutine())
	gate := make(chan bool)
	var wg sync.WaitGroup
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-gate
		}()
	}
	fmt.Println("runnable:", runtime.NumGoroutine())
	runtime.Gosched()
	fmt.Println("blocked:", runtime.NumGoroutine())
	close(gate)
	wg.Wait()
	runtime.Gosched() // Done is not yet the end of a goroutine
	fmt.Println("at the end:", runtime.NumGoroutine())
}
