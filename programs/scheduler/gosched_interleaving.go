// Gosched: three goroutines that yield after every step take turns through the global queue.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
)

func main() {
	var log []string
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for step := range 4 {
				log = append(log, fmt.Sprint(name, step))
				runtime.Gosched()
			}
		}()
	}
	wg.Wait()
	fmt.Println(strings.Join(log, " "))
}
