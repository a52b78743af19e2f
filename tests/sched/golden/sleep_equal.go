// Equal sleeps end together: the one with the latest deadline runs first, then the others by deadline.
package main

import (
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		wg.Go(func() { log += name; time.Sleep(10 * time.Millisecond); log += "-" + name })
	}
	wg.Wait()
	println(log)
}
