// Who calls Do while the function runs waits for its end; afterwards they go on in order.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var once sync.Once
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Go(func() {
			log += name
			once.Do(func() { log += "["; runtime.Gosched(); log += "]" })
			log += "-" + name
		})
	}
	wg.Wait()
	println(log)
}
