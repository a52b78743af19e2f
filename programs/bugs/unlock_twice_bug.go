// An error path unlocks what a deferred call will unlock.
//
// Report: fatal error: sync: unlock of unlocked mutex
package main

import (
	"errors"
	"fmt"
	"sync"
)

var mu sync.Mutex

func check(n int) error {
	mu.Lock()
	defer mu.Unlock()
	if n < 0 {
		mu.Unlock()
		return errors.New("negative")
	}
	return nil
}

func main() {
	fmt.Println(check(1), check(-1))
}
