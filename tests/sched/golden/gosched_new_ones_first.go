// A goroutine that was started before a yield runs before those who yielded earlier.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		wg.Go(func() {
			for i := range 3 {
				log += name
				wg.Go(func() { log += fmt.Sprint(i) })
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
	println(log)
}
