// AfterFunc runs each function in a goroutine of its own, in order of deadline.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	wg.Add(4)
	for _, ms := range []int{200, 50, 150, 100} {
		time.AfterFunc(time.Duration(ms)*time.Millisecond, func() { log += fmt.Sprint(ms, " "); wg.Done() })
	}
	wg.Wait()
	println(log)
}
