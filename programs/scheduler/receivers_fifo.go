// Waiting receivers are served first in, first out: the values arrive in the order of waiting.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	ch := make(chan string)
	var waiting []int
	got := make([]string, 4)
	var wg sync.WaitGroup
	for i := range got {
		wg.Add(1)
		go func() {
			defer wg.Done()
			waiting = append(waiting, i)
			got[i] = <-ch
		}()
	}
	for len(waiting) < len(got) {
		runtime.Gosched()
	}
	for _, s := range []string{"1st", "2nd", "3rd", "4th"} {
		ch <- s
	}
	wg.Wait()
	for _, i := range waiting {
		fmt.Println("goroutine", i, "got the", got[i])
	}
}
