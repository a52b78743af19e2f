// OnceValue: the first caller computes, those who come meanwhile wait.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	log := ""
	value := sync.OnceValue(func() int { log += "("; runtime.Gosched(); log += ")"; return 7 })
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		wg.Go(func() { log += fmt.Sprint(name, value(), " ") })
	}
	wg.Wait()
	println(log)
}
