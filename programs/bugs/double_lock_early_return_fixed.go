// One way out of a function forgets to unlock; the next call waits for ever.
//
// The repaired twin: nothing is reported.
package main

import (
	"errors"
	"fmt"
	"sync"
)

var (
	mu    sync.Mutex
	total int
)

func add(n int) error {
	mu.Lock()
	if n < 0 {
		mu.Unlock()
		return errors.New("negative")
	}
	total += n
	mu.Unlock()
	return nil
}

func main() {
	for _, n := range []int{1, -1, 2} {
		if err := add(n); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(total)
}
