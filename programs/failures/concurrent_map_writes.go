// Fatal error: goroutines write to the same map without a lock, and the runtime may notice.
package main

import "sync"

func main() {
	counts := map[int]int{}
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 10000 {
				counts[i&1023] = i
			}
		}()
	}
	wg.Wait()
}
