// Deadlines less than a millisecond apart are met together by a processor that idles.
package main

import (
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for i, name := range []string{"a", "b", "c", "d", "e", "f"} {
		wg.Go(func() { time.Sleep(time.Duration(100*i+50) * time.Microsecond); log += name })
	}
	wg.Wait()
	println(log)
}
