// Functions whose time came while the processor was busy: the latest one runs first.
package main

import (
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	wg.Add(4)
	for i, name := range []string{"a", "b", "c", "d"} {
		time.AfterFunc(time.Duration(i+1)*100*time.Microsecond, func() { log += name; wg.Done() })
	}
	for start := time.Now(); time.Since(start) < 2*time.Millisecond; {
	}
	wg.Wait()
	println(log)
}
