// LoadOrStore: the first one to store wins, in the order of running.
package main

import (
	"fmt"
	"sync"
)

func main() {
	log := ""
	var m sync.Map
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() {
			v, loaded := m.LoadOrStore("k", name)
			log += fmt.Sprint(name, v, loaded, " ")
		})
	}
	wg.Wait()
	println(log)
}
