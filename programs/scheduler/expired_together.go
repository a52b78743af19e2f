// Timers that expired together: each wakes its goroutine as runnext, so the latest deadline runs first, then the others.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	var order []int
	var wg sync.WaitGroup
	for us := 100; us <= 500; us += 100 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(us) * time.Microsecond)
			order = append(order, us)
		}()
	}
	runtime.Gosched() // let all of them fall asleep
	for start := time.Now(); time.Since(start) < 3*time.Millisecond; {
		// keep the only processor busy until all deadlines have passed
	}
	wg.Wait()
	fmt.Println(order)
}
