// A token of the semaphore is not given back when the work fails.
//
// The repaired twin: nothing is reported.
package main

import (
	"errors"
	"fmt"
)

var tokens = make(chan bool, 2)

func work(i int) error {
	tokens <- true
	defer func() { <-tokens }()
	if i%2 == 0 {
		return errors.New("failed")
	}

	return nil
}

func main() {
	failed := 0
	for i := range 6 {
		if work(i) != nil {
			failed++
		}
	}
	fmt.Println(failed)
}
