// Two background goroutines wait for each other's locks; main does not notice.
//
// The repaired twin: nothing is reported.
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
		users.Lock()
		time.Sleep(time.Millisecond)
		orders.Lock()
		users.Unlock()
		orders.Unlock()
	}()
	wg.Wait()
	fmt.Println("served")
}
