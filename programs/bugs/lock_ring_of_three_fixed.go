// Three resources, three orders that each leave one out.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

var disk, net, log sync.Mutex

func use(wg *sync.WaitGroup, first, second *sync.Mutex) {
	defer wg.Done()
	n := 0
	for range 100 {
		first.Lock()
		for range 4 {
			n++
		}
		second.Lock()
		second.Unlock()
		first.Unlock()
	}
}

func main() {
	var wg sync.WaitGroup
	wg.Add(3)
	go use(&wg, &disk, &net)
	go use(&wg, &net, &log)
	go use(&wg, &disk, &log)
	wg.Wait()
	fmt.Println("done")
}
