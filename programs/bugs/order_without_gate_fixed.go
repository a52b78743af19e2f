// A lock around both orders keeps them apart; without it they can meet.
//
// The repaired twin: nothing is reported.
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
	gate.Lock()
	defer gate.Unlock()
	first.Lock()
	second.Lock()
	second.Unlock()
	first.Unlock()

}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go work(&wg, 0, &left, &right)
	go work(&wg, time.Millisecond, &right, &left)
	wg.Wait()
	fmt.Println("done")
}
