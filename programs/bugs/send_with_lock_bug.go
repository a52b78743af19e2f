// A value is sent with the lock held that the receiver needs first.
//
// Report: deadlock: circular wait
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
			ch <- count
			mu.Unlock()
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
