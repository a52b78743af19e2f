// The last Done makes the waiter runnext: it overtakes the goroutines that are queued.
package main

import "sync"

func main() {
	log := ""
	var wg sync.WaitGroup
	wg.Add(1)
	for _, name := range []string{"a", "b", "c", "d"} {
		go func() {
			log += name
			if name == "a" {
				wg.Done()
			}
		}()
	}
	wg.Wait()
	println(log)
}
