// Done is called on the way out and once more.
//
// Report: panic: sync: negative WaitGroup counter
package main

import (
	"errors"
	"fmt"
	"sync"
)

func work(wg *sync.WaitGroup, n int) error {
	defer wg.Done()
	if n < 0 {
		wg.Done()
		return errors.New("negative")
	}
	return nil
}

func main() {
	var wg sync.WaitGroup
	for _, n := range []int{1, -1} {
		wg.Add(1)
		if err := work(&wg, n); err != nil {
			fmt.Println(err)
		}
	}
	wg.Wait()
	fmt.Println("done")
}
