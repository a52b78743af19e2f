// Both orders of two locks occur, one after the other: nothing hangs, this time.
//
// Report: lock order: lock cycle
package main

import (
	"fmt"
	"sync"
	"time"
)

var a, b sync.Mutex

func both(first, second *sync.Mutex) {
	first.Lock()
	second.Lock()
	second.Unlock()
	first.Unlock()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		both(&a, &b)
	}()
	go func() {
		defer wg.Done()
		time.Sleep(time.Millisecond)
		both(&b, &a)
	}()
	wg.Wait()
	fmt.Println("lucky")
}
