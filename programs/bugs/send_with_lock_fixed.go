// A value is sent with the lock held that the receiver needs first.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	ch := make(chan int)
	count := 0
	done := make(chan bool)
	go func() {
		for range 3 {
			mu.Lock()
			count++
			n := count
			mu.Unlock()
			ch <- n
		}
		close(done)
	}()
	for range 3 {
		mu.Lock()
		count += 10
		mu.Unlock()
		<-ch
	}
	<-done
	fmt.Println(count)
}
