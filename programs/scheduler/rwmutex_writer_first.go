// RWMutex: a waiting writer keeps new readers out, and after it all readers that piled up come in together.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	var log []string
	asked := 0
	lockers := []struct {
		name  string
		write bool
	}{{"writer 1", true}, {"reader 1", false}, {"reader 2", false}, {"writer 2", true}, {"reader 3", false}}

	mu.RLock()
	for _, l := range lockers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			asked++
			if l.write {
				mu.Lock()
				defer mu.Unlock()
			} else {
				mu.RLock()
				defer mu.RUnlock()
			}
			log = append(log, l.name)
		}()
		runtime.Gosched() // let it queue up
	}
	log = append(log, fmt.Sprint(asked, " are waiting"))
	mu.RUnlock()
	wg.Wait()
	for _, line := range log {
		fmt.Println(line)
	}
}
