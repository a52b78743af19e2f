// A goroutine that waits for one group and belongs to another.
package main

import (
	"runtime"
	"sync"
)

func main() {
	log := ""
	var first, second sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		second.Go(func() { first.Wait(); log += name + "2 " })
		first.Go(func() { runtime.Gosched(); log += name + "1 " })
	}
	second.Wait()
	println(log)
}
