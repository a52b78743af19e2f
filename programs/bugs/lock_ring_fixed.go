// Philosophers: each takes the fork to the left, then the one to the right.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	forks := make([]sync.Mutex, 4)
	var wg sync.WaitGroup
	for i := range forks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			left, right := i, (i+1)%len(forks)
			if right < left {
				left, right = right, left
			}
			for range 3 {
				forks[left].Lock()
				time.Sleep(time.Microsecond)
				forks[right].Lock()
				forks[right].Unlock()
				forks[left].Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("all have eaten")
}
