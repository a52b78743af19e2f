// A goroutine that recovers from a panic goes on in the same turn.
package main

import (
	"fmt"
	"sync"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() {
			func() {
				defer func() { log += fmt.Sprint(recover()) }()
				panic(name)
			}()
			log += "."
		})
	}
	wg.Wait()
	println(log)
}
