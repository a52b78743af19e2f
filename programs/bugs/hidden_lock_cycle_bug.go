// Two background goroutines wait for each other's locks; main does not notice.
//
// Report: goroutine leak: lock cycle
package main

import (
	"fmt"
	"sync"
	"time"
)

var users, orders sync.Mutex

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		users.Lock()
		time.Sleep(time.Millisecond)
		orders.Lock()
		orders.Unlock()
		users.Unlock()
	}()
	go func() {
		defer wg.Done()
		orders.Lock()
		time.Sleep(time.Millisecond)
		users.Lock()
		users.Unlock()
		orders.Unlock()
	}()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("served")
}
