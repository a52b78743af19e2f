// The WaitGroup is passed by value: Done counts down a copy.
//
// Report: deadlock: missing Done
package main

import (
	"fmt"
	"sync"
)

func work(wg sync.WaitGroup) {
	defer wg.Done()
}

func main() {
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go work(wg)
	}
	wg.Wait()
	fmt.Println("done")
}
