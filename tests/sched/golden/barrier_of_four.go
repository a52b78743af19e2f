// A barrier of four goroutines made of a mutex and a condition, used three times.
package main

import "sync"

func main() {
	log := ""
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	count, phase := 0, 0
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() {
			for range 3 {
				log += name
				mu.Lock()
				count++
				if mine := phase; count == 4 {
					count = 0
					phase++
					log += "|"
					cond.Broadcast()
				} else {
					for mine == phase {
						cond.Wait()
					}
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	println(log)
}
