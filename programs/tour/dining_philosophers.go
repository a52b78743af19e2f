// Dining philosophers: taking the lower-numbered fork first makes a deadlock impossible.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

const seats, meals = 5, 10

func main() {
	var forks [seats]sync.Mutex
	var eaten [seats]int
	var wg sync.WaitGroup
	for p := range seats {
		wg.Add(1)
		go func() {
			defer wg.Done()
			left, right := p, (p+1)%seats
			first, second := min(left, right), max(left, right)
			for range meals {
				forks[first].Lock()
				runtime.Gosched() // think a little: the moment where careless philosophers deadlock
				forks[second].Lock()
				eaten[p]++
				forks[second].Unlock()
				forks[first].Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("meals eaten:", eaten)
}
