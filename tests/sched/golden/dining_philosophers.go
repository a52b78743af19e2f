// Five philosophers, the last of them left-handed, who yield between the forks.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	log := ""
	const n = 5
	var forks [n]sync.Mutex
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			first, second := &forks[i], &forks[(i+1)%n]
			if i == n-1 {
				first, second = second, first
			}
			for range 2 {
				first.Lock()
				runtime.Gosched()
				second.Lock()
				log += fmt.Sprint(i)
				runtime.Gosched()
				second.Unlock()
				first.Unlock()
			}
		})
	}
	wg.Wait()
	println(log)
}
