// A lock around both orders keeps them apart; without it they can meet.
//
// Report: lock order: lock cycle
package main

import (
	"fmt"
	"sync"
	"time"
)

var gate, left, right sync.Mutex

func work(wg *sync.WaitGroup, delay time.Duration, first, second *sync.Mutex) {
	defer wg.Done()
	time.Sleep(delay)

	first.Lock()
	second.Lock()
	second.Unlock()
	first.Unlock()
	gate.Lock()
	gate.Unlock()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go work(&wg, 0, &left, &right)
	go work(&wg, time.Millisecond, &right, &left)
	wg.Wait()
	fmt.Println("done")
}
